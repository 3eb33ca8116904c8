/** How soon a range, a paste and an edit are painted. */
import type { Page } from "playwright-core";
import { median } from "../bench/statistics.ts";
import { onPage, type UiBench } from "./bench-page.ts";
import { timeToPaint } from "./probe.ts";

const FEW = 2500;
const MANY = 20_000;
/** 50 rows of ten columns, all on view in so much room. */
const [RANGE_CELLS, TALL] = [500, 1400];
/** 250 rows of both counts, from the first that takes edits without a gap. */
const [PASTED_ROWS, FIRST_PASTED] = [250, 20];

/** Ranges, pastes and edits of both sizes of a city. */
export async function measureEdits(bench: UiBench): Promise<void> {
  const rounds = bench.isQuick ? 7 : 15;
  await onPage(bench, { rows: FEW, columns: 12, isBare: false, height: TALL }, async (page) => {
    bench.tell({
      ...{ name: "range-500", unit: "ms", most: 30 },
      value: await middleOf(rounds * 2, (round) => timeRange(page, round)),
      meaning: "500 cells selected by Shift and a press, to the frame painted",
    });
  });
  for (const [rows, most] of [
    [FEW, 150],
    [MANY, undefined],
  ] as const) {
    await onPage(bench, { rows, columns: 12, isBare: false }, async (page) => {
      bench.tell({
        ...{ name: `paste-500-${rows}`, unit: "ms", ...(most === undefined ? {} : { most }) },
        value: await middleOf(rounds, (round) => timePaste(page, round)),
        meaning: `500 cells pasted at ${rows} rows, to new sums painted`,
      });
      bench.tell({
        ...{ name: `edit-${rows}`, unit: "ms" },
        value: await middleOf(rounds, (round) => timeEdit(page, round)),
        meaning: `one figure accepted at ${rows} rows, to new sums painted`,
      });
    });
  }
}

async function middleOf(
  rounds: number,
  measure: (round: number) => Promise<number>,
): Promise<number> {
  // The first round finds cold code.
  await measure(0);
  const times: number[] = [];
  for (let round = 1; round <= rounds; round += 1) times.push(await measure(round));
  return median(times);
}

function cellOf(page: Page, row: number, columnId: string) {
  return page.locator(`.ag-row[row-id="org-${row}"] [col-id="${columnId}"]`);
}

/** Rows 2 to 51, from the kind to the date, or one column less by turns. */
async function timeRange(page: Page, round: number): Promise<number> {
  await cellOf(page, 1, "type").click();
  const last = round % 2 === 0 ? "change" : "capacity";
  const cells = round % 2 === 0 ? RANGE_CELLS - 50 : RANGE_CELLS;
  return timeToPaint(page, {
    event: "mousedown",
    act: () => cellOf(page, 50, last).click({ modifiers: ["Shift"] }),
    isThere: `document.querySelectorAll(".ag-cell.sheet-in-range").length === ${cells}`,
  });
}

async function timePaste(page: Page, round: number): Promise<number> {
  const figure = (row: number): string => `${1000 + ((row * 7 + round * 13) % 900)}`;
  const lines = Array.from({ length: PASTED_ROWS }, (_, row) => [figure(row), figure(row + 1)]);
  const text = `${lines.map((line) => line.join("\t")).join("\n")}\n`;
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await cellOf(page, FIRST_PASTED, "january").click();
  return timeToPaint(page, {
    event: "keydown",
    act: () => page.keyboard.press("Control+V"),
    isThere: await changed(page, figure(0)),
  });
}

async function timeEdit(page: Page, round: number): Promise<number> {
  const figure = `${2000 + round}`;
  await cellOf(page, FIRST_PASTED, "january").click();
  await page.keyboard.type(figure);
  return timeToPaint(page, {
    event: "keydown",
    act: () => page.keyboard.press("Enter"),
    isThere: await changed(page, figure),
  });
}

/** The cell shows the figure, and the sum of its district another one than now. */
async function changed(page: Page, figure: string): Promise<string> {
  const total = '.ag-row[row-id="city"] [col-id="january"]';
  const before = await page.locator(total).textContent();
  const textOf = (selector: string): string =>
    `document.querySelector(${JSON.stringify(selector)})?.textContent`;
  const cell = textOf(`.ag-row[row-id="org-${FIRST_PASTED}"] [col-id="january"]`);
  return [
    `${cell}?.replace(/\\D/g, "") === ${JSON.stringify(figure)}`,
    `${textOf(total)} !== ${JSON.stringify(before)}`,
  ].join(" && ");
}
