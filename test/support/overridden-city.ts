/** A small city of every kind of thing that a scenario may have otherwise, and scenarios over it. */
import {
  type CalculationInputs,
  calculate,
  formatTenge,
  type Issue,
  parseScenario,
  type RegisterSnapshot,
  type Result,
  type Scenario,
  asOf as viewOf,
} from "../../packages/core/src/index.ts";
import { buildPlanOf } from "./build-plan-of.ts";
import { getValue } from "./get-value.ts";
import type { Random } from "./random.ts";
import {
  formula,
  KINDERGARTEN_CODE,
  label,
  line,
  parameter,
  parseSchool,
  type SchoolChange,
  valued,
} from "./school-methodology.ts";
import { factRow, organisation, pupils, snapshot } from "./school-register.ts";
import { stage } from "./staged-city.ts";

type Document = Readonly<Record<string, unknown>>;

/** `turn` has a value for each half of the year and is read by the month, `slow` on 1 January. */
export const PARAMETERS: readonly Document[] = [
  {
    ...parameter(
      "rate",
      "KZT/pupil",
      [valued("1000", { key: { level: "primary" } }), valued("2000", { key: { level: "basic" } })],
      "level",
    ),
    minimum: "0",
  },
  parameter("share", "1", [valued("1")], "ownership"),
  parameter("turn", "1", [
    valued("1", { validTo: "2026-07-01" }),
    valued("2", { validFrom: "2026-07-01" }),
  ]),
  parameter("slow", "1", [valued("3")]),
  parameter("spare", "1", [valued("7")]),
];

const LAW: SchoolChange = {
  parameters: PARAMETERS,
  formulas: [
    formula("all_pupils", "pupil", "sum(over count, level: pupils[count, level])"),
    formula("worth", "KZT", "all_pupils * share[ownership] * slow * 1 KZT/pupil"),
    formula("turn_in", "1", "turn", { grain: ["month"], valuesOn: "month" }),
    formula("unasked", "KZT", "all_pupils * rate['basic']"),
  ],
  lines: [
    line("base", "sum(over count, level: rate[level] * pupils[count, level])"),
    line("extra", "worth + sum(over month: turn_in[month]) * 1 KZT", {
      ...{ tier: "preschool", budgetCode: KINDERGARTEN_CODE, exists: "when" },
    }),
    line("given", "grant * 1 KZT", { tier: "overhead" }),
  ],
  more: [
    {
      facts: [
        {
          ...{ fact: "grant", label: label("grant"), unit: "1", source: "facts" },
          reportedBy: "ownership = 'state'",
        },
        {
          ...{ fact: "before", label: label("before"), unit: "KZT", source: "last-year" },
          of: "amount",
        },
      ],
      stages: [
        stage("floors", 1, { kind: "floor", lines: ["base"], bound: "30000 KZT" }),
        stage("caps", 2, { kind: "cap", lines: ["extra"], bound: "60 KZT", switch: "slow < 3" }),
        stage("ceiling", 3, { kind: "limit", lines: ["base"], envelope: "900000 KZT" }),
      ],
    },
  ],
};

/** The same law of the city with some of it otherwise. */
function overriddenLaw(change: SchoolChange = {}) {
  return getValue(parseSchool({ ...LAW, ...change }));
}

/** a, b: state, in the north and in the south; c: private, with nobody in it. */
const REGISTER: RegisterSnapshot = snapshot({
  organisations: [
    organisation(),
    organisation({ id: "b", attributes: { district: "south" } }),
    organisation({ id: "c", attributes: { ownership: "private" } }),
  ],
  headcounts: [
    pupils("a", "2026-01-01", "basic", 20),
    pupils("a", "2026-01-01", "primary", 10),
    pupils("a", "2026-09-05", "basic", 40),
    pupils("a", "2026-09-05", "primary", 30),
    pupils("b", "2026-01-01", "primary", 5),
    pupils("b", "2026-09-05", "primary", 6),
  ],
  facts: [factRow("a", "grant", "10.5"), factRow("b", "grant", "2")],
});

/** What the city is calculated from before any scenario. */
export const BASE: CalculationInputs = {
  methodology: overriddenLaw(),
  snapshot: REGISTER,
  asOf: viewOf(2026),
};

/** The base with another law or register. */
export function baseWith(
  change: SchoolChange,
  register: Partial<RegisterSnapshot> = {},
): CalculationInputs {
  return { ...BASE, methodology: overriddenLaw(change), snapshot: { ...REGISTER, ...register } };
}

/** A scenario of these overrides; each has a reason unless it brings its own. */
export function scenario(overrides: readonly Document[], parent?: Scenario, name = "a"): Scenario {
  return getValue(readScenario(overrides, parent, name));
}

export function readScenario(
  overrides: readonly Document[],
  parent?: Scenario,
  name = "a",
): Result<Scenario> {
  const written = overrides.map((each) => ({ reason: "trial", ...each }));
  const content = { formatVersion: 1, scenario: name, overrides: written };
  return parseScenario({ file: `${name}.json`, content }, parent);
}

/** `code at overrides.0.value` of each fault. */
export function faultTexts(result: Result<unknown>): readonly string[] {
  return result.ok ? [] : result.issues.map(faultText);
}

export function faultText({ code, place }: Issue): string {
  const offset = place.offset === undefined ? "" : `+${place.offset}`;
  return `${code} at ${(place.path ?? []).join(".")}${offset}`;
}

/** Every line as `a secondary 170000.00`, or the codes for which there is none. */
export function linesUnder({ methodology, snapshot: register, asOf }: CalculationInputs) {
  const plan = buildPlanOf(methodology, asOf.budgetYear, asOf.knownOn);
  const run = calculate(plan, register);
  if (!run.ok) return run.issues.map(({ code }) => code).toSorted();
  return run.value.lines.map(
    ({ organisationId, tier, amount }) => `${organisationId} ${tier} ${formatTenge(amount)}`,
  );
}

const LEVELS = ["primary", "basic"] as const;
const DIGITS = ["0", "1", "2.50", "1000", "1000.00", "2000"] as const;

/** One thing otherwise, which mostly fits and may say what stands there already. */
function randomOverride(random: Random): Document {
  const value = random.pick(DIGITS);
  switch (random.int(0, 9)) {
    case 0:
    case 1:
      return { parameter: "rate", key: { level: random.pick(LEVELS) }, value };
    case 2:
      return { parameter: "rate", value };
    case 3:
      return { parameter: "turn", value, ...randomDays(random) };
    case 4:
      return { parameter: random.pick(["slow", "spare", "share"]), value };
    case 5:
    case 6:
      return {
        ...{ fact: "pupils", organisation: random.pick(["a", "b", "c"]) },
        key: { count: random.pick(["january", "september"]), level: random.pick(LEVELS) },
        value: random.chance(20) ? null : `${random.int(0, 40)}`,
      };
    case 7:
      return {
        ...{ fact: "grant", organisation: random.pick(["a", "b"]) },
        value: random.chance(20) ? null : random.pick(["2", "2.0", "10.5", "3"]),
      };
    case 8:
      return random.chance(50)
        ? { switch: random.pick(["floors", "caps", "ceiling"]), on: random.chance(50) }
        : { envelope: `${random.int(1, 3)}000.00`, ...random.pick([{}, { tier: "secondary" }]) };
    default:
      return random.pick([
        { formula: "worth", expression: "all_pupils * share[ownership] * slow * 1 KZT/pupil" },
        { formula: "worth", expression: "max(all_pupils, 50 pupil) * 1 KZT/pupil" },
        { formula: "unasked", expression: "worth" },
        { formula: "all_pupils", expression: "pupils['january', 'primary']" },
      ]);
  }
}

function randomDays(random: Random): Document {
  return random.pick<Document>([
    {},
    { validFrom: "2026-07-01" },
    { validFrom: "2026-01-01", validTo: "2026-07-01" },
    { validFrom: "2026-03-01", validTo: "2026-10-01" },
    { validFrom: "2026-01-01", validTo: "2027-01-01" },
    { validTo: "2026-03-01" },
  ]);
}

/** A few of them, as one scenario or as a child on its parent. */
export function randomScenario(random: Random, name = "a"): Scenario {
  const some = () => Array.from({ length: random.int(0, 4) }, () => randomOverride(random));
  const parent = random.chance(40) ? scenario(some(), undefined, "parent") : undefined;
  return scenario(some(), parent, name);
}
