import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClipboardCell } from "../../../../packages/ui/src/grid/clipboard/clipboard-table.ts";
import { copyRange } from "../../../../packages/ui/src/grid/clipboard/copy-range.ts";
import { readClipboardHtml } from "../../../../packages/ui/src/grid/clipboard/read-clipboard-html.ts";
import { exactWhole } from "../../../../packages/ui/src/grid/exact-value.ts";
import { HELD_SECOND, NORM_COLUMNS, normRow, normTable } from "../../support/norm-sheet.ts";

/** Cells as `text` or `text=numerator/denominator`, with a `!` before what is stored. */
function read(html: string): string[][] | string {
  const content = readClipboardHtml(html);
  if (content.kind !== "table") return content.kind;
  return content.table.rows.map((row) => row.map(tell));
}

function tell({ text, number, stored }: ClipboardCell): string {
  return [
    text,
    ...(number === undefined ? [] : [`=${number.numerator}/${number.denominator}`]),
    ...(stored === undefined ? [] : [`!${stored.numerator}/${stored.denominator}`]),
  ].join("");
}

const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--
.xl65 {mso-style-parent:style0; mso-number-format:"\\#\\,\\#\\#0\\.00";}
.xl66 {mso-number-format:"Short Date";}
--></style></head><body><!--StartFragment--><table border=0 style='width:65pt'><col width=87>
<tr height=20><td height=20 class=xl65 align=right x:num="305000.5">305&nbsp;000,50</td>
<td class=xl66 align=right x:num="46065">12 фев</td><td>ОСШ №&nbsp;5<br>
  старшая</td></tr>
<tr style='display:none'><td>hidden</td><td>hidden</td><td>hidden</td></tr>
<tr><td x:num="4.32E+11">4,32E+11</td><td colspan=2 rowspan=2>merged</td></tr>
<tr><td x:num>7</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=87></td></tr><![endif]>
</table><!--EndFragment--></body></html>`;

const LIBRE_OFFICE = `<!DOCTYPE html><html><head><style type="text/css">body{}</style></head><body>
<table cellspacing="0" border="0"><colgroup span="3" width="85"></colgroup>
\t<tr>
\t\t<td height="17" align="right" sdval="305000.5" sdnum="1049;0;#\u00A0##0,00"><font face="A">305&nbsp;000,50</font></td>
\t\t<td align="right" sdval="46065" sdnum="1049;1049;ДД.ММ.ГГГГ"><font face="A">12.02.2026</font></td>
\t\t<td align="left" sdnum="1049;0;@"><font face="A">000391018056</font></td>
\t</tr>
\t<tr><td sdval="0.125" sdnum="1049;0;0,00%">12,50%</td><td><br></td><td>a<br>b</td></tr>
</table></body></html>`;

const GOOGLE = `<google-sheets-html-origin><style type="text/css"><!--td {border: 1px}--></style>
<table data-sheets-root="1"><colgroup><col width="100"/></colgroup><tbody>
<tr><td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:305000.5}" data-sheets-numberformat="{&quot;1&quot;:4,&quot;2&quot;:&quot;#,##0.00&quot;}">305 000,50</td>
<td data-sheets-value="{&quot;1&quot;:3,&quot;3&quot;:46065}" data-sheets-numberformat="{&quot;1&quot;:5,&quot;2&quot;:&quot;dd.mm.yyyy&quot;}">12.02.2026</td>
<td data-sheets-value="{&quot;1&quot;:2,&quot;2&quot;:&quot;\\&quot;1\\&quot;:3,\\&quot;3\\&quot;:5}&quot;}">text</td>
<td data-sheets-value="{&quot;1&quot;:4,&quot;4&quot;:1}">TRUE</td></tr></tbody></table></google-sheets-html-origin>`;

describe("the HTML of a clipboard", () => {
  it("is read as Excel writes it", () => {
    expect(read(EXCEL)).toEqual([
      ["305 000,50=610001/2", "12 фев", "ОСШ № 5\nстаршая"],
      ["4,32E+11=432000000000/1", "merged", ""],
      ["7=7/1", "", ""],
    ]);
  });

  it("is read as LibreOffice writes it", () => {
    expect(read(LIBRE_OFFICE)).toEqual([
      ["305 000,50=610001/2", "12.02.2026", "000391018056"],
      ["12,50%=1/8", "", "a\nb"],
    ]);
  });

  it("is read as Google Sheets writes it", () => {
    expect(read(GOOGLE)).toEqual([["305 000,50=610001/2", "12.02.2026", "text", "TRUE"]]);
  });

  it("leaves to its text what is no single table", () => {
    expect(read("<p>305 000</p>")).toBe("empty");
    expect(read("")).toBe("empty");
    expect(read("<table><tr><td>1</table><table><tr><td>2</table>")).toBe("empty");
    expect(read("<table></table>")).toBe("empty");
  });

  it("gives no markup, no script and no table within a cell", () => {
    expect(
      read(
        `<table><tr><td><b>1</b><script>2</script><table><tr><td>3</td></tr></table>` +
          `<img src=x onerror=alert(1)></td></tr></table>`,
      ),
    ).toEqual([["1"]]);
  });

  it("has its bounds, whatever a cell says it spans", () => {
    const wide = `<tr><td colspan="1000" rowspan="60000">1</td></tr>`;
    expect(read(`<table>${wide}${"<tr></tr>".repeat(300)}</table>`)).toBe("too-large");
  });

  it("is believed to be ours by its version only", () => {
    const html = (version: string): string =>
      `<table data-zhanbasy-sheet="${version}" data-zhanbasy-units='[["a","a","a","100"]]'>` +
      `<tr><td data-zhanbasy-value="1/3">0,33</td></tr></table>`;
    expect(read(html("1"))).toEqual([["0,33!1/3"]]);
    expect(read(html("2"))).toEqual([["0,33"]]);
  });
});

describe("laws", () => {
  const digits = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
  const parts = fc.bigInt({ min: 1n, max: 1000n });

  it("our own HTML gives back every figure and every letter", () => {
    fc.assert(
      fc.property(
        digits,
        parts,
        fc.string({ unit: "grapheme" }),
        (numerator, denominator, words) => {
          const held = { ...HELD_SECOND, norm: { numerator, denominator }, code: words };
          const table = normTable(NORM_COLUMNS, [normRow("n1", held)]);
          const place = { row: 1, column: 1 };
          const copied = copyRange(table, {
            ranges: [{ anchor: place, head: { row: 1, column: 5 } }],
          });
          if (copied.kind !== "copied") throw new Error(copied.kind);
          const content = readClipboardHtml(copied.html);
          if (content.kind !== "table") throw new Error(content.kind);
          const [norm, , , , code] = content.table.rows[0] ?? [];
          const stored = norm?.stored ?? exactWhole(0n);
          expect(stored.numerator * denominator).toBe(numerator * stored.denominator);
          expect(code?.text).toBe(words.replaceAll(/\r\n|\r/g, "\n"));
        },
      ),
    );
  });
});
