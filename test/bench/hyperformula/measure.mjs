/**
 * Calculates sheets with HyperFormula, in a process of its own: how long it takes to build them,
 * and to calculate everything again after a change of the one cell that all rates stand on.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * @typedef {string | number} Cell
 * @typedef {{ sheet: number, row: number, col: number }} Address
 * @typedef {{
 *   getSheetId: (name: string) => number,
 *   setCellContents: (address: Address, value: Cell) => unknown,
 *   getCellValue: (address: Address) => unknown,
 * }} Engine
 * @typedef {{ sheets: Record<string, Cell[][]>, rows: number, columns: number, rounds: number }} Task
 */

/** Its own rounding keeps ten digits, and an amount of a school has eleven. */
const OPTIONS = { licenseKey: "gpl-v3", smartRounding: false };

const [, , path = ""] = process.argv;
const task = /** @type {Task} */ (JSON.parse(readFileSync(path, "utf8")));
const { HyperFormula } =
  /** @type {{ HyperFormula: { buildFromSheets: (sheets: object, options: object) => Engine } }} */ (
    createRequire(import.meta.url)("hyperformula")
  );

const started = performance.now();
const engine = HyperFormula.buildFromSheets(task.sheets, OPTIONS);
const buildMilliseconds = performance.now() - started;
const change = { sheet: engine.getSheetId("base"), row: 0, col: 0 };
const milliseconds = Array.from({ length: task.rounds }, (_, round) => {
  const before = performance.now();
  // The last change is back to one, so that the sums are those of the law.
  engine.setCellContents(change, round === task.rounds - 1 ? 1 : 1 + (round + 1) / 64);
  return performance.now() - before;
});
const sheet = engine.getSheetId("totals");
const sums = Array.from({ length: task.rows * task.columns }, (_, place) => {
  const row = Math.floor(place / task.columns);
  return Number(engine.getCellValue({ sheet, row, col: place % task.columns }));
});
process.stdout.write(JSON.stringify({ buildMilliseconds, milliseconds, sums }));
