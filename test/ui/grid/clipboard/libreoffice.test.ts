import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClipboardTable } from "../../../../packages/ui/src/grid/clipboard/clipboard-table.ts";
import { readClipboardText } from "../../../../packages/ui/src/grid/clipboard/clipboard-text.ts";
import { copyRange } from "../../../../packages/ui/src/grid/clipboard/copy-range.ts";
import { planPaste } from "../../../../packages/ui/src/grid/clipboard/plan-paste.ts";
import { readClipboardHtml } from "../../../../packages/ui/src/grid/clipboard/read-clipboard-html.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import type { SheetRange } from "../../../../packages/ui/src/grid/selection/selection.ts";
import { texts } from "../../../../packages/ui/src/i18n/texts.ts";
import { type Office, openOffice } from "../../../support/libreoffice.ts";
import { HELD_FIRST, NORM_COLUMNS, normRow, normTable } from "../../support/norm-sheet.ts";

const AMOUNTS = [0n, 1n, 30_500_050n, 999_999_999_999_999n, 9_999_999_999_999_999n, 100n];
const MEMBERS = AMOUNTS.map((tiyn, index) =>
  normRow(`n${index}`, { ...HELD_FIRST, norm: exactWhole(tiyn), sum: exactWhole(tiyn) }),
);
const TABLE = normTable(NORM_COLUMNS, MEMBERS);
const ALL: SheetRange = { anchor: { row: 0, column: 0 }, head: { row: 7, column: 6 } };
const TIME = 90_000;

let office: Office | undefined;

beforeAll(async () => {
  office = await openOffice();
}, TIME);

afterAll(async () => {
  await office?.close();
});

/** What the sheet would change if the table were pasted over all of it. */
function changesOf(clipboard: ClipboardTable) {
  const plan = planPaste(
    { clipboard, table: TABLE, selection: { ranges: [ALL] }, language: "ru", unitWay: null },
    texts.t,
  );
  return plan.kind === "edits" ? plan.edits : plan;
}

function copied(): { readonly text: string; readonly html: string } {
  const out = copyRange(TABLE, { ranges: [ALL] });
  if (out.kind !== "copied") throw new Error(out.kind);
  return out;
}

function tableOf(content: ReturnType<typeof readClipboardHtml>): ClipboardTable {
  if (content.kind !== "table") throw new Error(content.kind);
  return content.table;
}

describe("a sheet that went through LibreOffice", () => {
  it("comes back exact to the tiyn, with codes, days and percents, by HTML", {
    timeout: TIME,
  }, async ({ skip }) => {
    if (office === undefined) return skip("LibreOffice is not installed");
    const returned = await office.convert(copied().html, "html", "html");
    expect(returned).not.toContain("data-zhanbasy");
    expect(changesOf(tableOf(readClipboardHtml(returned)))).toEqual([]);
  });

  it("brings what was changed there, and nothing else", { timeout: TIME }, async ({ skip }) => {
    if (office === undefined) return skip("LibreOffice is not installed");
    const sheet = await office.convert(copied().html, "html", "fods");
    const changed = sheet.replace('office:value="305000.5"', 'office:value="305000.51"');
    expect(changed).not.toBe(sheet);
    const returned = await office.convert(changed, "fods", "html");
    expect(changesOf(tableOf(readClipboardHtml(returned)))).toEqual([
      {
        cell: { rowId: "n2", columnId: "norm" },
        before: null,
        after: exactWhole(30_500_051n),
      },
    ]);
  });

  it("keeps every figure as text too", { timeout: TIME }, async ({ skip }) => {
    if (office === undefined) return skip("LibreOffice is not installed");
    const returned = await office.convert(copied().html, "html", "tsv");
    const { rows } = tableOf(readClipboardText(returned));
    expect(rows.slice(1, -1).map((row) => row[5]?.text)).toEqual(MEMBERS.map(() => "000391018056"));
    expect(rows[5]?.[1]?.text).toBe("99999999999999,99");
  });
});
