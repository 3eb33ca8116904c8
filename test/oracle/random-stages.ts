/** Random stages: up to four of every kind, each standing on what the earlier ones left. */
import { labelOf } from "../support/tiny-names.ts";
import type { StageDocument, StageKind } from "./law-documents.ts";
import { randomFigure, randomTruth } from "./random-expressions.ts";
import { literal, type Names, pickFrom } from "./random-names.ts";
import { linesOf } from "./stage-values.ts";

type MadeStage = StageDocument & { readonly label: object; readonly status: string };

type Draft = {
  readonly names: Names;
  readonly lines: readonly string[];
  /** Stages that this one may stand on. */
  readonly before: readonly StageDocument[];
};

const KINDS = ["floor", "cap", "floor-and-cap", "pool", "fill", "fit", "fit", "limit"] as const;
const PARTS = ["0.9", "1.1", "0.5", "1.05", "0.333"] as const;
const GROUPS = [[], [], ["district"], ["network"], ["kind", "district"]] as const;

export function randomStages(
  names: Names,
  lines: readonly string[],
  rates: readonly string[],
): MadeStage[] {
  const { random } = names;
  const stages: MadeStage[] = rates.length === 0 ? [] : [solveStage(names, lines, rates)];
  const count = random.pick([0, 1, 1, 2, 2, 3, 4]);
  for (let place = 0; place < count; place += 1) {
    const kind = random.pick(KINDS);
    const draft = { names, lines, before: [...stages] };
    stages.push({ ...common(`s${place}`, kind, 10 + place * 10, draft), ...fieldsOf(kind, draft) });
  }
  return stages;
}

/** What expressions of an organisation may ask of these stages. */
export function stageAmounts(stages: readonly StageDocument[]): readonly string[] {
  return stages.flatMap((stage) => {
    const { stage: id, by = [], kind } = stage;
    const ofGroup = kind === "pool" ? [`${id}.pool`, `${id}.left`] : [];
    const group = by.length === 0 ? "" : `[${by.join(", ")}]`;
    const ofLines = linesOf(stage).flatMap((line) =>
      ["before", "after", "change"].map((result) => `${id}.${result}['${line}']`),
    );
    return [...ofLines, ...ofGroup.map((result) => `${result}${group}`)];
  });
}

function common(stage: string, kind: StageKind, order: number, { names }: Draft): MadeStage {
  const { random } = names;
  const isChanging = kind !== "limit" && kind !== "solve";
  const city = { ...names, hasOrganisation: false };
  return {
    ...{ stage, kind, order, label: labelOf(stage), status: "assumed" },
    ...(random.chance(12) ? { switch: randomTruth({ ...city, depth: 0 }) } : {}),
    ...(isChanging && random.chance(25) ? { when: randomTruth({ ...names, depth: 1 }) } : {}),
    ...(isChanging && random.chance(40)
      ? { rounding: random.pick(["half-up", "half-even", "down", "up"]) }
      : {}),
    ...(isChanging && random.chance(25) ? { places: random.pick([0, 1, 2, -2]) } : {}),
  };
}

type Fields = Partial<StageDocument>;

function fieldsOf(kind: (typeof KINDS)[number], draft: Draft): Fields {
  switch (kind) {
    case "floor":
    case "cap":
      return boundFields(draft);
    case "floor-and-cap":
      return corridorFields(draft);
    case "pool":
      return poolFields(draft);
    case "fill":
      return fillFields(draft);
    case "fit":
      return fitFields(draft);
    case "limit":
      return { lines: someLines(draft), envelope: literal("money", draft.names.random) };
  }
}

type Per = "line" | "organisation";

function boundFields(draft: Draft): Fields {
  const per = draft.names.random.pick<Per>(["line", "organisation"]);
  return { lines: someLines(draft), per, bound: boundText(per, draft) };
}

function corridorFields(draft: Draft): Fields {
  const { random } = draft.names;
  const per = random.pick<Per>(["line", "organisation"]);
  const floor = boundText(per, draft);
  const cap = boundText(per, draft);
  const ofLines = per === "line" ? [["tier"], ["line"], ["budget_code", "network"]] : [];
  return {
    ...{ lines: someLines(draft), per, floor },
    by: pickFrom([...GROUPS, ...ofLines], random) ?? [],
    cap: random.chance(97) ? `max(${floor}, ${cap})` : cap,
    shortfall: random.pick(["envelope", "scale", "scale", "envelope", "envelope"]),
    ...(random.chance(3) ? { shortfall: "refuse" } : {}),
  };
}

function poolFields(draft: Draft): Fields {
  const { names, lines } = draft;
  const { random } = names;
  const by = random.pick(GROUPS);
  const own = organisationNames(draft);
  const over = () => {
    const part = random.pick(["0.35", "0.1", "0.333"]);
    return `max(0, ${part} * (${boundText("organisation", draft)} - ${literal("money", random)}))`;
  };
  const isCollected = random.chance(75);
  const isGiven = !isCollected || random.chance(30);
  const city = { ...names, hasOrganisation: false, scope: [...by], depth: 1 };
  return {
    ...{ by, into: pickFrom(lines, random) ?? "" },
    ...(random.chance(50) ? { lines: someLines(draft) } : {}),
    ...(isCollected ? { collect: over() } : {}),
    ...(isGiven ? { amount: randomFigure("money", city) } : {}),
    weight: random.pick([
      ...["1", "abs(size)", "1 + abs(size)", "capacity", "pupils['january', 'g1', 'p1']"],
      `abs(${randomFigure("number", { ...own, depth: 1 })})`,
    ] as const),
    ...(random.chance(40) ? { sharePlaces: random.pick([2, 8, 3]) } : {}),
    leftOver: random.pick(["largest-remainder", "leave", "last"]),
  };
}

function fillFields(draft: Draft): Fields {
  const { names } = draft;
  const { random } = names;
  const by = random.pick([
    [],
    ["district"],
    ["organisation"],
    ["organisation"],
    ["kind"],
    ["tier"],
  ]);
  const own = by.includes("organisation")
    ? { ...organisationNames(draft), depth: 1 }
    : { ...names, hasOrganisation: false, scope: [...by], depth: 1 };
  const size = random.chance(50)
    ? randomFigure("money", own)
    : random.pick(["500 KZT", "300.55 KZT", "0.07 KZT", "0.05 KZT", "1000000 KZT"]);
  return {
    by,
    change: random.chance(50) ? `-(${size})` : size,
    categories: someLines(draft).map((line) => ({
      line,
      ...(random.chance(40) ? { floor: boundText("organisation", draft) } : {}),
      ...(random.chance(50) ? { ceiling: boundText("organisation", draft) } : {}),
    })),
    leftOver: random.pick(["leave", "last", "leave"]),
    ...(random.chance(4) ? { leftOver: "refuse" } : {}),
  };
}

function fitFields(draft: Draft): Fields {
  const { names } = draft;
  const { random } = names;
  const by = random.pick([
    [],
    [],
    ["district"],
    ["tier"],
    ["budget_code"],
    ["network"],
    ["kind", "tier"],
  ]);
  const lines = someLines(draft);
  const groups = by.filter((name) => name === "district" || name === "kind" || name === "network");
  const tail = groups.length === 0 ? "" : ` by ${groups.join(", ")}`;
  const kept = lines.map((line) => `max(0, line_amount['${line}'])`).join(" + ");
  const isBounded = random.chance(30);
  const floor = boundText("line", draft);
  return {
    ...{ lines, by },
    envelope: random.chance(35)
      ? envelopeText({ ...names, hasOrganisation: false, scope: by })
      : `total(${random.pick(["0.9", "1.1", "1.0001", "0.333"])} * (${kept})${tail})`,
    direction: random.pick(["both", "both", "down", "up"]),
    ...(isBounded && random.chance(60) ? { floor: `0.5 * (${floor})` } : {}),
    ...(isBounded && random.chance(60) ? { ceiling: `max(abs(${floor}), 500000 KZT)` } : {}),
    leftOver: random.pick(["largest-remainder", "largest-remainder", "leave", "last"]),
    countsEstimates: random.chance(20),
  };
}

/** An amount that the city names, or a parameter. */
function envelopeText(names: Names): string {
  const { random, values } = names;
  if (random.chance(60)) return `abs(${values.parameter("money", names)})`;
  return random.pick(["100000 KZT", "12345.67 KZT", "0.05 KZT", "777.775 KZT"]);
}

/** A part of last year, of another line, of what an earlier stage left; or any amount. */
function boundText(per: Per, draft: Draft): string {
  const { random } = draft.names;
  const names = organisationNames(draft);
  const scope = per === "line" ? ["line", "tier", "budget_code"] : [];
  if (random.chance(30)) return randomFigure("money", { ...names, scope, depth: 1 });
  const line = per === "line" ? "line" : `'${pickFrom(draft.lines, random)}'`;
  const tier = per === "line" ? "tier" : "'a'";
  const base = [`last_year[${tier}]`, "last_all", "grant", `line_amount[${line}]`, "20000 KZT"];
  return `${random.pick(PARTS)} * ${pickFrom([...base, ...names.amounts], random)}`;
}

/** What an organisation's expression may stand on: lines before stages, and earlier stages. */
function organisationNames({ names, lines, before }: Draft): Names {
  const own = lines.map((line) => `line_amount['${line}']`);
  return { ...names, amounts: [...names.amounts, ...own, ...stageAmounts(before)] };
}

function someLines({ names, lines }: Draft): readonly string[] {
  const [first = "", ...rest] = names.random.chance(50) ? lines : [...lines].reverse();
  return [first, ...rest.filter(() => names.random.chance(60))];
}

/** The total rises all the way: it counts people by a rate, on its own or as a line. */
function solveStage(names: Names, lines: readonly string[], rates: readonly string[]): MadeStage {
  const { random } = names;
  const people = "sum(over count, grade: pupils[count, grade, 'p1'])";
  const line = pickFrom(lines, random) ?? "";
  return {
    ...{ stage: "solved", kind: "solve", order: 5, label: labelOf("solved"), status: "assumed" },
    total: random.chance(50) ? `total(line_amount['${line}'])` : `total(${people} * r1)`,
    target: `${random.int(1_000, 9_000_000)}.${random.digits(2)} KZT`,
    ...(random.chance(15) ? { tolerance: "5000 KZT" } : {}),
    ...{ least: random.pick(["0", "0.5"]), greatest: random.pick(["100000", "9999999.5"]) },
    ...{ places: random.pick([0, 2, 4]), approach: random.pick(["not-above", "nearest"]) },
    rates: rates.map((rate, place) => ({
      ...{ rate, label: labelOf(rate), unit: "KZT/pupil", places: random.pick([0, 2, 9]) },
      rounding: random.pick(["half-up", "down"]),
      ...(place === 0 ? {} : { factor: "1.5 KZT/pupil" }),
    })),
  };
}
