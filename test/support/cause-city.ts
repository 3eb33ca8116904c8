/**
 * A small city in which every cause of a difference has several variants of its own: a calculation
 * is a choice of one for each, so that every mixture of two calculations can be built from nothing.
 */
import fc from "fast-check";
import {
  asOf,
  type CalculationInputs,
  type CalculationRun,
  calculate,
  parseMethodology,
} from "../../packages/core/src/index.ts";
import { calendarDate } from "../../packages/core/src/time/index.ts";
import { buildPlanOf } from "./build-plan-of.ts";
import { getValue } from "./get-value.ts";
import {
  formula,
  KINDERGARTEN_CODE,
  label,
  line,
  parameter,
  SCHOOL_CODE,
  schoolLayers,
  valued,
} from "./school-methodology.ts";
import { estimate, organisation, pupils, snapshot } from "./school-register.ts";
import { stage } from "./staged-city.ts";

type Document = Readonly<Record<string, unknown>>;

export const CITY_CAUSES = [
  "headcounts",
  "rates",
  "coefficients",
  "rules",
  "protections",
  "envelope",
  "estimates",
] as const;
export type CityCause = (typeof CITY_CAUSES)[number];

/** The causes for which two calculations differ. */
export function differingCauses(from: CauseChoice, to: CauseChoice): readonly CityCause[] {
  return CITY_CAUSES.filter((cause) => from[cause] !== to[cause]);
}

/** The first calculation with these causes as in the second. */
export function mixChoices(
  from: CauseChoice,
  to: CauseChoice,
  taken: readonly CityCause[],
): CauseChoice {
  return { ...from, ...Object.fromEntries(taken.map((cause) => [cause, to[cause]])) };
}

const variant = fc.integer({ min: 0, max: 3 });

export const CHOICES: fc.Arbitrary<CauseChoice> = fc.record({
  ...{ headcounts: variant, rates: variant, coefficients: variant, rules: variant },
  ...{ protections: variant, envelope: variant, estimates: variant },
});

/** Two calculations that differ in at most four causes, so that all their orders can be tried. */
export const CHOICE_PAIRS = fc
  .tuple(CHOICES, CHOICES, fc.subarray([...CITY_CAUSES], { maxLength: 4 }))
  .map(([from, other, causes]): readonly [CauseChoice, CauseChoice] => [
    from,
    mixChoices(from, other, causes),
  ]);

/** Which variant of each cause, 0 to 3. */
export type CauseChoice = Readonly<Record<CityCause, number>>;

export const FIRST_CHOICE: CauseChoice = {
  ...{ headcounts: 0, rates: 0, coefficients: 0, rules: 0 },
  ...{ protections: 0, envelope: 0, estimates: 0 },
};

/** The last rates hold only for who knows them. */
const RATES: readonly (readonly string[])[] = [
  ["1000", "2000.5"],
  ["1100", "2000.5"],
  ["999.995", "1"],
  ["1000", "2000.5"],
];
const LATER_KNOWN = 3;
const SHARES = [
  ["1", "0.25"],
  ["1", "0.3"],
  ["0.9", "1.7"],
  ["1.005", "0.25"],
] as const;
const WORDINGS = [
  ["sum(over count, level: rate[level] * pupils[count, level]) / 12", "half-up"],
  ["sum(over count, level: rate[level] * pupils[count, level]) / 11", "half-up"],
  ["sum(over level: rate[level] * pupils['january', level]) / 7", "down"],
  ["sum(over count, level: rate[level] * pupils[count, level]) / 12 + total(heads) * 1 KZT", "up"],
] as const;
/** A stage is called like its kind. */
type StageFields = Document & { readonly kind: string; readonly order: number };

const FLOORS: readonly (readonly StageFields[])[] = [
  [],
  [{ kind: "floor", order: 10, lines: ["base"], bound: "5000 KZT" }],
  [{ kind: "floor", order: 10, lines: ["base"], bound: "9000.01 KZT", when: "heads > 30" }],
  [{ kind: "cap", order: 10, lines: ["base", "extra"], bound: "4321 KZT" }],
];
const FITS: readonly (readonly StageFields[])[] = [
  [],
  [{ kind: "fit", order: 20, lines: ["base"], envelope: "7777.77 KZT" }],
  [{ kind: "fit", order: 20, lines: ["base", "extra"], envelope: "8000 KZT", direction: "down" }],
  [{ kind: "fit", order: 20, lines: ["base"], envelope: "9000 KZT", countsEstimates: true }],
];
const ESTIMATES = [
  [estimate({ tenge: "12.34" }), estimate({ tenge: "5", organisationId: "a" })],
  [estimate({ tenge: "12.35" }), estimate({ tenge: "5", organisationId: "a" })],
  [],
  [estimate({ tenge: "100", organisationId: "c", tier: "secondary" })],
];
const A = organisation();
const B = organisation({ id: "b", attributes: { ownership: "private" } });
const C = organisation({ id: "c", attributes: { district: "south" } });
const ORGANISATIONS = [
  [A, B, C],
  [organisation({ attributes: { district: "south" } }), B, C],
  [organisation({ attributes: { ownership: "private" } }), C],
  [A, B, C, organisation({ id: "d", attributes: { district: "south" } })],
];
const COUNTS: readonly (readonly (readonly [id: string, january: number, september: number])[])[] =
  [
    [
      ["a", 10, 20],
      ["b", 20, 0],
      ["c", 7, 7],
    ],
    [
      ["a", 10, 20],
      ["b", 20, 1],
      ["c", 7, 7],
    ],
    [
      ["a", 10, 21],
      ["c", 7, 7],
    ],
    [
      ["a", 31, 0],
      ["b", 20, 0],
      ["c", 7, 7],
      ["d", 3, 3],
    ],
  ];

/** The calculation; `causes` is a code list of that name, in another order or with other words. */
export function inputsOfChoice(
  choice: CauseChoice,
  causes: readonly string[] = [],
): CalculationInputs {
  const { headcounts, estimates } = choice;
  return {
    methodology: getValue(parseMethodology(schoolLayers(lawOf(choice, causes)))),
    asOf: asOf(2026, calendarDate(choice.rates === LATER_KNOWN ? "2026-12-31" : "2026-06-30")),
    snapshot: snapshot({
      organisations: ORGANISATIONS[headcounts] ?? [],
      headcounts: (COUNTS[headcounts] ?? []).flatMap(([id, january, september]) => [
        pupils(id, "2026-01-01", "basic", 1),
        pupils(id, "2026-01-01", "primary", january),
        pupils(id, "2026-09-05", "primary", september),
      ]),
      estimates: ESTIMATES[estimates] ?? [],
    }),
  };
}

function lawOf(
  { rates, coefficients, rules, protections, envelope }: CauseChoice,
  causes: readonly string[],
) {
  const [amount = "", rounding = "half-up"] = WORDINGS[rules] ?? [];
  const isLater = rates === LATER_KNOWN;
  const rateOf = (level: string, place: number) => [
    valued(RATES[rates]?.[place] ?? "", { key: { level } }),
    ...(isLater ? [valued(`${place + 500}`, { key: { level }, knownFrom: "2026-07-16" })] : []),
  ];
  const shareOf = (ownership: string, place: number) =>
    valued(SHARES[coefficients]?.[place] ?? "", { key: { ownership } });
  const stages = [...(FLOORS[protections] ?? []), ...(FITS[envelope] ?? [])];
  const list = causes.map((code) => ({ code, label: label(code) }));
  return {
    parameters: [
      parameter("rate", "KZT/pupil", ["primary", "basic"].flatMap(rateOf), "level"),
      parameter("share", "1", ["state", "private"].map(shareOf), "ownership"),
    ],
    formulas: [
      formula("heads", "1", "sum(over count, level: pupils[count, level]) / 1 pupil"),
      formula("worth", "KZT", `share[ownership] * (${amount})`),
    ],
    lines: [
      line("base", "worth", { rounding }),
      line("extra", "share[ownership] * heads * 33.335 KZT", {
        ...{ tier: "preschool", budgetCode: KINDERGARTEN_CODE, when: "district = 'south'" },
      }),
      line("shared", "1000 KZT * heads / total(heads by district)", {
        ...{ tier: "overhead", budgetCode: SCHOOL_CODE, rounding: "half-even" },
      }),
    ],
    more: [
      {
        stages: stages.map((each) => stage(each.kind, each.order, each)),
        codeLists:
          causes.length === 0 ? [] : [{ codeList: "cause", label: label("cause"), codes: list }],
      },
    ],
  };
}

/** The whole calculation, from nothing. */
export function runOfChoice(choice: CauseChoice): CalculationRun {
  const { methodology, snapshot: register, asOf: day } = inputsOfChoice(choice);
  const plan = buildPlanOf(methodology, 2026, day.knownOn);
  return getValue(calculate(plan, register));
}
