/**
 * A small city that is changed at random: a value of the law, a count, the text of a formula, a
 * line more or less. Each state of it can be built from nothing.
 */
import type { FactChange, RegisterSnapshot } from "../../packages/core/src/index.ts";
import type { Random } from "./random.ts";
import {
  formula,
  label,
  line,
  parameter,
  type SchoolChange,
  schoolPlan,
  valued,
} from "./school-methodology.ts";
import { estimate, factRow, organisation, pupils, snapshot } from "./school-register.ts";

/** The digits of the values of each parameter, which wording each formula has, which lines are. */
export type CityState = {
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly wordings: Readonly<Record<string, number>>;
  readonly lines: readonly string[];
  /** By `organisation|fact|codes`, as digits. */
  readonly cells: Readonly<Record<string, string>>;
};

/** What is different, and the state after it. */
export type CityChange = {
  readonly after: CityState;
  /** One value of a parameter; the law has to be built anew where there is none. */
  readonly value: { readonly parameter: string; readonly place: number } | undefined;
  readonly isLaw: boolean;
  readonly facts: readonly FactChange[];
};

const WORDINGS: Readonly<Record<string, readonly string[]>> = {
  all_pupils: [
    "sum(over count, level: pupils[count, level]) / 1 pupil",
    "sum(over level: pupils['january', level]) / 1 pupil",
    "2 * pupils['january', 'primary'] / 1 pupil",
  ],
  worth: [
    "all_pupils * share[ownership]",
    "all_pupils * share[ownership] + grant['basic']",
    "if(all_pupils > limit, all_pupils, limit) / 7",
    "max(all_pupils, sum(over level: grant[level]))",
  ],
};

const LINES: Readonly<Record<string, readonly [amount: string, change: object]>> = {
  base: ["sum(over count, level: rate[level] * pupils[count, level]) / 12 pupil * 1 KZT", {}],
  worth: ["worth / (limit - 3) * 1 KZT", { tier: "preschool", rounding: "half-even" }],
  share: [
    "if(all_pupils > 0, 1000 KZT * all_pupils / total(all_pupils by district), 0 KZT)",
    { tier: "overhead", exists: "when", rounding: "down" },
  ],
  steps: [
    "case 'a' when grant['primary'] > 1: band(all_pupils, scale) otherwise 'b': 0 KZT",
    { budgetCode: "04.1.360.034", exists: "when" },
  ],
  large: [
    "sum(over count, level: if(rate[level] > 5, pupils[count, level], 0 pupil)) * 0.005 KZT/pupil",
    { budgetCode: "04.1.360.034", tier: "overhead", when: "all_pupils > limit" },
  ],
};

const KNOWN = { validFrom: "2026-01-01", knownFrom: "2025-12-01", status: "assumed" };
const MORE: NonNullable<SchoolChange["more"]> = [
  {
    facts: [
      { fact: "grant", label: label("grant"), unit: "1", source: "facts", dimensions: ["level"] },
    ],
    tables: [
      {
        ...{ table: "scale", label: label("scale"), unit: "KZT", operandUnit: "1", dimensions: [] },
        values: [
          {
            points: [
              { from: "0", value: "100" },
              { from: "20", value: "33.335" },
            ],
            ...KNOWN,
          },
        ],
      },
    ],
  },
];

export const FIRST_STATE: CityState = {
  values: { rate: ["10", "20.5"], share: ["1", "0.25"], limit: ["15"] },
  wordings: { all_pupils: 0, worth: 0 },
  lines: ["base", "worth", "share"],
  cells: {
    "a|pupils|january|primary": "10",
    "a|pupils|january|basic": "20",
    "a|pupils|september|basic": "40",
    "b|pupils|january|primary": "20",
    "a|grant|primary": "0.125",
    "b|grant|basic": "7",
    "d|pupils|september|primary": "1",
  },
};

export function planOfState({ values, wordings, lines }: CityState) {
  const keyed = (name: string, dimension: string, codes: readonly string[]) =>
    parameter(
      name,
      "1",
      codes.map((code, place) =>
        valued(values[name]?.[place] ?? "0", { key: { [dimension]: code } }),
      ),
      dimension,
    );
  return schoolPlan({
    parameters: [
      keyed("rate", "level", ["primary", "basic"]),
      keyed("share", "ownership", ["state", "private"]),
      parameter("limit", "1", [valued(values["limit"]?.[0] ?? "0")]),
    ],
    formulas: Object.entries(wordings).map(([name, wording]) =>
      formula(name, "1", WORDINGS[name]?.[wording] ?? "0"),
    ),
    lines: lines.map((id) => {
      const [amount = "0 KZT", change = {}] = LINES[id] ?? [];
      return line(id, amount, { ...change });
    }),
    more: MORE,
  });
}

const DAYS: Readonly<Record<string, string>> = { january: "2026-01-01", september: "2026-09-05" };

export function registerOfState({ cells }: CityState): RegisterSnapshot {
  const each = Object.entries(cells).map(([name, digits]) => ({ name: name.split("|"), digits }));
  return snapshot({
    organisations: [
      organisation(),
      organisation({ id: "b", attributes: { ownership: "private" } }),
      organisation({ id: "c", attributes: { district: "south" } }),
      organisation({ id: "d", attributes: { district: "south", ownership: "private" } }),
    ],
    headcounts: each.flatMap(({ name: [id = "", fact, count = "", level = ""], digits }) =>
      fact === "pupils" ? [pupils(id, DAYS[count] ?? "", level, Number(digits))] : [],
    ),
    facts: each.flatMap(({ name: [id = "", fact = "", level], digits }) =>
      fact === "grant" ? [factRow(id, fact, digits, { key: `level=${level}` })] : [],
    ),
    estimates: [estimate({ tenge: "12.34" }), estimate({ tenge: "5", organisationId: "c" })],
  });
}

const DIGITS = ["0", "1", "3", "5", "-2.5", "0.005", "12345678901234567.89", "15", "20"] as const;

export function randomChange(state: CityState, random: Random): CityChange {
  const same = { after: state, value: undefined, isLaw: false, facts: [] };
  switch (random.int(0, 5)) {
    case 0:
    case 1: {
      const name = random.pick(["rate", "share", "limit"]);
      const known = state.values[name] ?? [];
      const place = random.int(0, known.length - 1);
      const values = { ...state.values, [name]: known.with(place, random.pick(DIGITS)) };
      return {
        ...same,
        after: { ...state, values },
        value: { parameter: name, place },
        isLaw: true,
      };
    }
    case 2: {
      const name = random.pick(["all_pupils", "worth"]);
      const wording = random.int(0, (WORDINGS[name]?.length ?? 1) - 1);
      const wordings = { ...state.wordings, [name]: wording };
      return { ...same, after: { ...state, wordings }, isLaw: true };
    }
    case 3: {
      const id = random.pick(["base", "worth", "share", "steps", "large"]);
      const others = state.lines.filter((each) => each !== id);
      const lines = others.length === state.lines.length ? [...others, id] : others;
      return { ...same, after: { ...state, lines }, isLaw: true };
    }
    default:
      return { ...same, ...changedCells(state, random) };
  }
}

function changedCells(state: CityState, random: Random): Pick<CityChange, "after" | "facts"> {
  const cells: Record<string, string> = { ...state.cells };
  const facts = Array.from({ length: random.int(1, 2) }, (): FactChange => {
    const organisationId = random.pick(["a", "b", "c", "d"]);
    const level = random.pick(["primary", "basic"]);
    const isGrant = random.chance(30);
    const fact = isGrant ? "grant" : "pupils";
    const codes = isGrant ? [level] : [random.pick(["january", "september"]), level];
    const digits = isGrant ? random.pick(DIGITS) : `${random.int(0, 40)}`;
    const value = random.chance(70) ? digits : undefined;
    const name = [organisationId, fact, ...codes].join("|");
    if (value === undefined) delete cells[name];
    else cells[name] = value;
    return { organisationId, fact, codes, value };
  });
  return { after: { ...state, cells }, facts };
}
