/**
 * The same model as sheets, as one would build it in a spreadsheet: counts and rates are cells, a
 * formula for every kind of people of an organisation, one for every line, and sums by condition.
 *
 * Every rate is its value times the one cell `base!A1`, so a change there calculates everything.
 */
import { type Blocks, MONTHS } from "./blocks.ts";
import { HAIR, type PlainRates } from "./plain-calculation.ts";
import { LINE, LINES, type Payees, type PlainCity, type Schools } from "./plain-city.ts";

export type Cell = number | string;
export type Sheet = readonly (readonly Cell[])[];

export type SheetModel = {
  /** By name, in the order in which they stand on each other. */
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** The sums in tenge: line by line, a column a district, on the sheet `totals`. */
  readonly rows: number;
  readonly columns: number;
  readonly formulas: number;
};

/** The sheets of a city with these rates. */
export function buildSheetModel(city: PlainCity, rates: PlainRates): SheetModel {
  const { kindergartens, clubs, schools } = city;
  const base = openBase();
  const tables = {
    groups: base.monthly(rates.groups),
    kindergartenNeeds: base.monthly(rates.kindergartenNeeds),
    lessons: base.monthly(rates.lessons),
    schoolNeeds: base.yearly(rates.schoolNeeds),
  };
  const law = base.law(rates);
  const sheets = {
    base: base.rows(),
    children: monthBlocks(kindergartens.children, tables.groups),
    young_needs: monthBlocks(kindergartens.needs, tables.kindergartenNeeds),
    lessons: monthBlocks(clubs.lessons, tables.lessons),
    sport: monthBlocks(clubs.sport, tables.lessons),
    pupils: countBlocks(schools, schools.pupils, (school, code) =>
      law.norm(schools.locations[school] ?? 0, code),
    ),
    needs: countBlocks(schools, schools.needs, (_, code) => `base!B${tables.schoolNeeds + code}`),
    schools: schoolRows(schools, law),
    kindergartens: payeeRows(kindergartens, [
      ["children", kindergartens.children],
      ["young_needs", kindergartens.needs],
    ]),
    clubs: payeeRows(clubs, [
      ["lessons", clubs.lessons],
      ["sport", clubs.sport],
    ]),
    totals: totalRows(city),
  };
  const formulas = Object.values(sheets)
    .flat(2)
    .filter((cell) => typeof cell === "string");
  return { sheets, rows: LINES.length, columns: city.districts.length, formulas: formulas.length };
}

/** Where values of the law stand on the sheet `base`. */
type LawCells = {
  readonly norm: (location: number, code: number) => string;
  readonly building: (kind: number) => string;
  readonly index: string;
  readonly buildingMonths: string;
  /** The row of twelve zeros and ones for each count date. */
  readonly counted: readonly [string, string];
};

type Base = {
  /** The row of the first code; its months stand in the columns B to M. */
  readonly monthly: (rates: Float64Array) => number;
  /** The row of the first code; its value stands in the column B. */
  readonly yearly: (rates: Float64Array) => number;
  readonly law: (rates: PlainRates) => LawCells;
  readonly rows: () => Sheet;
};

/** The sheet of the law: written values to the right, values times the first cell beside them. */
function openBase(): Base {
  const rows: Cell[][] = [[1]];
  const addRow = (values: readonly number[]): number => {
    const row = rows.length + 1;
    const formulas = values.map((_, place) => `=${letter(place + 1 + MONTHS)}${row}*$A$1`);
    const gap = Array.from({ length: MONTHS - values.length }, () => 0);
    rows.push([0, ...formulas, ...gap, ...values]);
    return row;
  };
  const addFormulas = (formulas: readonly string[]): number => rows.push([0, ...formulas]);
  const addTable = (rates: Float64Array, width: number): number => {
    const first = rows.length + 1;
    for (let at = 0; at < rates.length; at += width) addRow([...rates.subarray(at, at + width)]);
    return first;
  };
  const yearly = (rates: Float64Array): number => addTable(rates, 1);
  return {
    monthly: (rates) => addTable(rates, MONTHS),
    yearly,
    law: (rates) => {
      const costs = yearly(rates.processCosts);
      const [programmes, locations] = [yearly(rates.programmes), yearly(rates.locations)];
      const buildings = yearly(rates.buildings);
      const rest = yearly(Float64Array.of(rates.environmentCost, rates.index));
      const [before, after] = rates.countMonths;
      const months = rows.push([0, rates.buildingMonths, before, after]);
      const [count, next] = [`$C$${months}`, `($C$${months}+$D$${months})`];
      const monthsOf = (test: (month: number) => string) =>
        addFormulas(Array.from({ length: MONTHS }, (_, month) => `=IF(${test(month)},1,0)`));
      const first = monthsOf((month) => `${month}<${count}`);
      const second = monthsOf((month) => `AND(${month}>=${count},${month}<${next})`);
      const kinds = rates.processCosts.length;
      const norms = rows.length + 1;
      rates.locations.forEach((_, location) => {
        const formulas = Array.from({ length: kinds }, (__, kind) => {
          const cost = `(B${costs + kind}+B${rest})`;
          return `=ROUND(${cost}*(B${locations + location}+B${programmes + kind})+${HAIR},0)`;
        });
        addFormulas(formulas);
      });
      return {
        norm: (location, code) => `base!$${letter(code + 1)}$${norms + location}`,
        building: (kind) => `base!$B$${buildings + kind}`,
        index: `base!$B$${rest + 1}`,
        buildingMonths: `base!$B$${months}`,
        counted: [`base!$B$${first}:$M$${first}`, `base!$B$${second}:$M$${second}`],
      };
    },
    rows: () => rows,
  };
}

/** A row a block: twelve counts, and what they come to. */
function monthBlocks({ codes, counts }: Blocks, firstRow: number): Sheet {
  return [...codes].map((code, block) => {
    const row = block + 1;
    const rate = firstRow + code;
    return [
      ...counts.subarray(block * MONTHS, row * MONTHS),
      `=SUMPRODUCT(A${row}:L${row},base!B${rate}:M${rate})`,
    ];
  });
}

/** A row a block: two counts, and twelve times what they come to. */
function countBlocks(
  { places }: Schools,
  { starts, codes, counts }: Blocks,
  rateOf: (school: number, code: number) => string,
): Sheet {
  return [...places].flatMap((_, school) => {
    const own = [...codes.subarray(starts[school], starts[school + 1])];
    return own.map((code, place) => {
      const block = (starts[school] ?? 0) + place;
      const [row, months] = [block + 1, school + 1];
      const counted = `(A${row}*schools!$E$${months}+B${row}*schools!$F$${months})`;
      return [...counts.subarray(block * 2, block * 2 + 2), `=${rateOf(school, code)}*${counted}`];
    });
  });
}

/** A row an organisation: its district, then a rounded line for each of the two sheets. */
function payeeRows(
  { districts }: Payees,
  lines: readonly (readonly [sheet: string, blocks: Blocks])[],
): Sheet {
  return [...districts].map((district, payee) => [
    district,
    ...lines.map(([sheet, blocks]) => lineOf(sumOf(sheet, "M", blocks, payee))),
  ]);
}

/** `district, pay, supplement, line, months, months`, the open months, and what an investor needs. */
function schoolRows(schools: Schools, law: LawCells): Sheet {
  const { districts, lines, pupils, needs, openMonths, buildings } = schools;
  return [...districts].map((district, school) => {
    const row = school + 1;
    const open = Array.from(
      { length: MONTHS },
      (_, month) => ((openMonths[school] ?? 0) >> month) & 1,
    );
    const hasBuilding = (buildings[school] ?? 0) > 0;
    const investor = hasBuilding ? `+AH${row}` : "";
    return [
      district,
      lineOf(`(${sumOf("pupils", "C", pupils, school)}${investor})/12`),
      lineOf(`${sumOf("needs", "C", needs, school)}/12`),
      lines[school] ?? 0,
      `=SUMPRODUCT(G${row}:R${row},${law.counted[0]})`,
      `=SUMPRODUCT(G${row}:R${row},${law.counted[1]})`,
      ...open,
      ...(hasBuilding ? investorCells(schools, school, law) : []),
    ];
  });
}

/** From the column S: capacity, age, pupils of both counts at most, months, and the sum in AH. */
function investorCells(
  { pupils, buildings, capacities, buildingAges }: Schools,
  school: number,
  law: LawCells,
): readonly Cell[] {
  const row = school + 1;
  const counted = (column: string) => `=MIN(${sumOf("pupils", column, pupils, school)},S${row})`;
  const months = Array.from({ length: MONTHS - 1 }, (_, month) => paidMonth(row, month, law));
  const last = paidMonth(row, MONTHS - 1, law).slice(1);
  return [
    ...[capacities[school] ?? 0, buildingAges[school] ?? 0, counted("A"), counted("B")],
    ...months,
    `=${law.building(buildings[school] ?? 0)}*${law.index}*(SUM(W${row}:AG${row})+${last})`,
  ];
}

/** The pupils for whom an investor is owed the component of a month. */
function paidMonth(row: number, month: number, law: LawCells): string {
  const age = `T${row}+${month}`;
  const column = letter(month + 1);
  const [first, second] = law.counted.map((range) => monthOf(range, column));
  const open = `${letter(month + 6)}${row}`;
  const pupils = `(U${row}*${first}+V${row}*${second})`;
  return `=IF(AND(${open}=1,${age}>=0,${age}<${law.buildingMonths}),${pupils},0)`;
}

/** One month of a row of twelve. */
function monthOf(range: string, column: string): string {
  const row = range.split("$").at(-1) ?? "";
  return `base!$${column}$${row}`;
}

/** A row a line, a column a district. */
function totalRows({ districts, kindergartens, clubs, schools }: PlainCity): Sheet {
  const sumIf = (sheet: string, column: string, count: number) =>
    districts.map(
      (_, district) =>
        `=SUMIF(${sheet}!$A$1:$A$${count},${district},${sheet}!$${column}$1:$${column}$${count})`,
    );
  const ofSchools = (line: number) => {
    const range = (column: string) => `schools!$${column}$1:$${column}$${schools.places.length}`;
    return districts.map(
      (_, district) => `=SUMIFS(${range("B")},${range("A")},${district},${range("D")},${line})`,
    );
  };
  const needs = sumIf("schools", "C", schools.places.length).map((formula, place) => {
    const young = sumIf("kindergartens", "C", kindergartens.places.length)[place] ?? "=0";
    return `${formula}+${young.slice(1)}`;
  });
  return [
    sumIf("kindergartens", "B", kindergartens.places.length),
    ...[LINE.state, LINE.special, LINE.private].map(ofSchools),
    sumIf("clubs", "B", clubs.places.length),
    sumIf("clubs", "C", clubs.places.length),
    needs,
  ];
}

function lineOf(sum: string): string {
  return `=ROUND(${sum},2)`;
}

/** The sum of a column over the blocks of a payee; zero where it has none. */
function sumOf(sheet: string, column: string, { starts }: Blocks, payee: number): string {
  const [first = 0, end = 0] = [starts[payee], starts[payee + 1]];
  return first === end ? "0" : `SUM(${sheet}!${column}${first + 1}:${column}${end})`;
}

/** The letters of a column, from 0: A, …, Z, AA. */
function letter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letter(Math.floor(column / 26) - 1) + last;
}
