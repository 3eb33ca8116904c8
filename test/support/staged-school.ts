/**
 * The school's methodology with everything that outputs must tell: a named case, a table, a floor
 * that the envelope pays, a pool that leaves a tiyn, a limit and a solved rate.
 *
 * School a has 100 pupils and case "large", b 50 and case "small"; c has nobody and no line. Of a
 * floor of 60,000 tenge b lacks 10,000; of 100 tenge shared by pupils 0.01 is left.
 */
import type { CalculationRun, RegisterSnapshot } from "../../packages/core/src/index.ts";
import { methodologyFolder } from "./methodology-folder.ts";
import { registerFolder } from "./register-folder.ts";
import {
  formula,
  label,
  line,
  type SchoolChange,
  schoolLayers,
  schoolPlan,
  valued,
} from "./school-methodology.ts";
import { FOUR_CELLS, organisation, pupils, run } from "./school-register.ts";

export const STAGED_LINE = "secondary/04.2.360.040/formula";

const { value: _value, ...assumed } = valued("");
const POINTS = [
  { from: "0", value: "1" },
  { from: "1000", value: "2" },
];

export const STAGED: SchoolChange = {
  formulas: [
    formula("pupils.all", "pupil", "sum(over count, level: pupils[count, level])"),
    formula("pupils.city", "pupil", "total(pupils.all)", { grain: [] }),
    formula("share", "1", "pupils.all / pupils.city"),
    formula("by_level", "pupil", "sum(over count: pupils[count, level])", {
      grain: ["organisation", "level"],
    }),
    formula("amount", "KZT", [
      'case "large" when pupils.all >= 100 pupil: pupils.all * rate',
      'otherwise "small": pupils.all * rate * band(pupils.all / 1 pupil, steps)',
    ]),
  ],
  lines: [line("paid", "amount")],
  more: [
    {
      tables: [
        {
          ...{ table: "steps", label: label("steps"), operandUnit: "1", unit: "1" },
          values: [{ ...assumed, points: POINTS }],
        },
      ],
      stages: [
        stage("guarantee", "floor", 10, { lines: ["paid"], bound: "60000 KZT" }),
        stage("bonus", "pool", 20, {
          ...{ amount: "100 KZT", weight: "pupils.all", into: "paid" },
          ...{ rounding: "down", leftOver: "leave" },
        }),
        stage("asleep", "cap", 30, { lines: ["paid"], bound: "1 KZT", switch: "false" }),
        stage("ceiling", "limit", 40, { lines: ["paid"], envelope: "160000 KZT" }),
        stage("found", "solve", 50, {
          rates: [{ rate: "found_rate", label: label("found"), unit: "KZT/pupil", places: 2 }],
          ...{ total: "found_rate * pupils.city", target: "1000 KZT" },
          ...{ least: "0", greatest: "100", places: 2 },
        }),
      ],
    },
  ],
};

/** Schools a, b and c. */
const STAGED_TOWN: Partial<RegisterSnapshot> = {
  organisations: ["a", "b", "c"].map((id) => organisation({ id })),
  headcounts: [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 50)],
};

export function stagedRun(change: SchoolChange = {}): CalculationRun {
  return run(schoolPlan({ ...STAGED, ...change }), STAGED_TOWN);
}

/** The same on disk: the folders of the methodology and of the register. */
export async function stagedFolders(
  change: SchoolChange = {},
): Promise<readonly [methodology: string, register: string]> {
  const documents = schoolLayers({ ...STAGED, ...change }).flatMap((layer) => [
    layer.manifest,
    ...layer.documents,
  ]);
  const methodology = await methodologyFolder(
    Object.fromEntries(documents.map(({ file, content }) => [file, content as object])),
  );
  const rows = [...FOUR_CELLS, pupils("b", "2026-01-01", "primary", 50)].map((row) =>
    [
      ...[row.organisationId, row.measure, row.period, row.tier, row.level_or_group],
      ...[row.programme, row.child_category, row.headcount],
    ].join(","),
  );
  const register = await registerFolder({
    ...{ "estimates.csv": null, "last_year.csv": null },
    "organisations.csv": [
      "id,name,district,ownership,capacity,founded_on",
      ...["a", "b", "c"].map((id) => `${id},School ${id},north,state,,`),
    ],
    "headcounts.csv": [
      "organisation,measure,period,tier,level_or_group,programme,child_category,headcount",
      ...rows,
    ],
  });
  return [methodology, register];
}

function stage(id: string, kind: string, order: number, change: object): object {
  return { stage: id, kind, order, label: label(id), status: "assumed", ...change };
}
