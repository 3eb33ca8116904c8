/** What a hand does in a sheet of the grid layer, and what is then to be seen. */
import type { Locator, Page } from "playwright-core";

/** A cell by the ids of its row and column, as it stands on the page. */
export function cell(page: Page, rowId: string, columnId: string): Locator {
  return page.locator(`.ag-row[row-id="${rowId}"] .ag-cell[col-id="${columnId}"]`);
}

/** The text of a cell with plain spaces and a plain minus. */
export async function cellText(page: Page, rowId: string, columnId: string): Promise<string> {
  return plain(await cell(page, rowId, columnId).textContent());
}

/** Any space of a figure as a plain one, any minus as a hyphen. */
export function plain(text: string | null): string {
  return (text ?? "")
    .replaceAll(/[\u202F\u00A0]/g, " ")
    .replaceAll("\u2212", "-")
    .trim();
}

/** Presses keys one after another: `Shift+ArrowDown*3 Enter`. */
export async function press(page: Page, keys: string): Promise<void> {
  for (const written of keys.split(" ")) {
    const [key = "", times = "1"] = written.split("*");
    for (let count = 0; count < Number(times); count += 1) await page.keyboard.press(key);
  }
}

/** Presses in one cell, moves over others and lets go in the last one. */
export async function drag(page: Page, from: Locator, ...over: readonly Locator[]): Promise<void> {
  await moveTo(page, from);
  await page.mouse.down();
  for (const place of over) await moveTo(page, place);
  await page.mouse.up();
}

/** Moves to the middle of a place in several steps, as a hand does. */
export async function moveTo(page: Page, place: Locator): Promise<void> {
  const box = await place.boundingBox();
  if (box === null) throw new Error("the place is not on view");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
}

/** The cell with the frame, and whether the browser's focus is there: `org-1/january`. */
export async function activeCell(page: Page): Promise<string> {
  return String(await page.evaluate(ACTIVE));
}

/** The corners and the number of the selected cells on view: `org-1/january org-3/rate 15`. */
export async function selected(page: Page): Promise<string> {
  return String(await page.evaluate(SELECTED));
}

/** Waits until nothing is drawn any more. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(FRAMES);
}

const NAME_OF = `(cell) =>
  cell.closest("[row-id]").getAttribute("row-id") + "/" + cell.getAttribute("col-id")`;

const ACTIVE = `(() => {
  const framed = [...document.querySelectorAll(".ag-cell.sheet-active")];
  const nameOf = ${NAME_OF};
  if (framed.length !== 1) return framed.length + " active: " + framed.map(nameOf).join(" ");
  const isFocused = framed[0] === document.activeElement;
  return nameOf(framed[0]) + (isFocused ? "" : " without the focus");
})()`;

const SELECTED = `(() => {
  const nameOf = ${NAME_OF};
  const cells = [...document.querySelectorAll(".ag-cell.sheet-in-range")]
    .map((cell) => ({ name: nameOf(cell), ...cell.getBoundingClientRect().toJSON() }))
    .sort((one, other) => one.top - other.top || one.left - other.left);
  if (cells.length === 0) return "one cell";
  return [cells[0].name, cells.at(-1).name, cells.length].join(" ");
})()`;

const FRAMES = `new Promise((done) => {
  const wait = (frames) =>
    frames === 0 ? setTimeout(done) : requestAnimationFrame(() => wait(frames - 1));
  wait(6);
})`;
