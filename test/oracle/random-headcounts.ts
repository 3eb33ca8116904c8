/** Random counts of one organisation: any cell of its tier may be absent, zero, small or very large. */
import type { Random } from "../support/random.ts";
import type { Row } from "./csv-rows.ts";
import {
  AGES,
  CHILDREN,
  DIRECTIONS,
  GROUP_FORMS,
  GROUPS,
  LEVELS,
  NEEDS,
  PROGRAMMES,
  SCHOOL_FORMS,
} from "./random-parameters.ts";
import type { Size } from "./random-values.ts";

type Request = {
  readonly random: Random;
  readonly year: number;
  readonly size: Size;
  readonly organisation: Row;
  /** Has a count in every period. */
  readonly isComplete: boolean;
};

/** Measure, tier, level or group, programme, child category. */
type Cell = readonly [string, string, string, string, string];

const ORDERS = ["creative", "educational", "sport"] as const;
const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));

export function randomHeadcounts(request: Request): readonly Row[] {
  const { year, organisation } = request;
  const type = organisation["organisation_type"] ?? "";
  const counts = [`${year}-01-01`, `${year}-09-05`];
  const months = MONTHS.map((month) => `${year}-${month}`);
  if (/kindergarten|mini_centre/.test(type)) {
    return months.flatMap((month) => [
      ...rows(request, month, kindergartenCells(request.random)),
      ...rows(request, month, [needCell(request.random, "preschool", GROUP_FORMS)]),
    ]);
  }
  if (/palace|art_school|sport_school|club/.test(type)) {
    return months.flatMap((month) => rows(request, month, clubCells(request.random)));
  }
  if (!/school|gymnasium|lyceum/.test(type)) return [];
  return [`${year - 1}-09-05`, ...counts].flatMap((count) => [
    ...rows(request, count, schoolCells(request)),
    ...rows(request, count, [
      needCell(request.random, "secondary", SCHOOL_FORMS),
      needCell(request.random, "secondary", SCHOOL_FORMS),
    ]),
  ]);
}

function schoolCells({ random, organisation }: Request): readonly Cell[] {
  const isPrivate = organisation["ownership"] === "private";
  const cells = Array.from({ length: 4 }, (): Cell => {
    const level = random.pick(LEVELS);
    return ["enrolled", "secondary", level, random.pick(PROGRAMMES), "general"];
  });
  const contracted = cells.map(([, ...rest]): Cell => ["contracted", ...rest]);
  return isPrivate ? [...cells, ...contracted] : cells;
}

function kindergartenCells(random: Random): readonly Cell[] {
  return Array.from({ length: 2 }, () => [
    "enrolled",
    "preschool",
    random.pick(GROUPS),
    "core",
    random.pick(AGES),
  ]);
}

function clubCells(random: Random): readonly Cell[] {
  const direction = random.pick(DIRECTIONS);
  const order = random.pick(ORDERS);
  const child = random.pick(CHILDREN);
  const cell: Cell = ["attended", "extracurricular", direction, order, child];
  return [cell, ["contracted", "extracurricular", direction, order, child]];
}

function needCell(random: Random, level: string, forms: readonly [string, ...string[]]): Cell {
  return ["enrolled", "special_needs", level, random.pick(forms), random.pick(NEEDS)];
}

/** A row for each cell that is kept, once; the first cell of a complete organisation always is. */
function rows(
  { random, size, organisation, isComplete }: Request,
  period: string,
  cells: readonly Cell[],
): readonly Row[] {
  const kept = new Map<string, Row>();
  for (const cell of cells) {
    if (!isComplete && random.chance(25)) continue;
    const [measure, tier, level, programme, category] = cell;
    kept.set(cell.join(), {
      bin: organisation["bin"] ?? "",
      measure,
      period,
      tier,
      level_or_group: level,
      programme,
      child_category: category,
      headcount: headcount(random, size),
    });
  }
  return [...kept.values()];
}

function headcount(random: Random, size: Size): string {
  const kind = random.int(0, 19);
  if (kind === 0) return "0";
  if (kind <= 5) return `${random.int(1, 9)}`;
  const most = size === "huge" && kind > 15 ? 999_999_999 : 900;
  return `${random.int(1, most)}`;
}
