/**
 * Random questions of goal-seek: every step of every lever is calculated by the oracle, and the
 * answer is the step that is seen to be the best; where amounts turn, it is true as far as it goes.
 */
import {
  columnsOfRegister,
  openModel,
  type Solution,
  solve,
  tiyn,
} from "../../packages/core/src/index.ts";
import { createRandom, type Random } from "../support/random.ts";
import type { Allocation } from "./city-calculation.ts";
import { openCase, totalsOf } from "./compare-random-case.ts";
import { codesOf } from "./compare-scenarios.ts";
import { differences } from "./differences.ts";
import { fraction, fractionOf, over } from "./fraction.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { scenarioCase } from "./scenario-cases.ts";
import {
  amountAt,
  amountOfCase,
  atStep,
  digitsAt,
  faultOf,
  leverOf,
  type MadeLever,
  randomLevers,
  randomScope,
  rangeOf,
  type ScopeAmount,
  withLeverRate,
} from "./scenario-levers.ts";
import { changeDifferences } from "./solved-changes.ts";

export type SolutionComparison = {
  /** What came of it; by texts of the law, or by samples. */
  readonly outcome: string;
  readonly differences: readonly string[];
};

type Scope = Parameters<typeof amountAt>[3];

/** A lever tried at every step, with those before it where the search left them. */
type Tried = {
  readonly lever: MadeLever;
  readonly given: RandomCase;
  readonly amounts: ReadonlyMap<bigint, ScopeAmount>;
};

/** Where the oracle would have a lever; nothing where amounts turn or cannot be calculated. */
type Expected =
  | { readonly kind: "found"; readonly step: bigint }
  | { readonly kind: "fits" | "passes"; readonly step: bigint }
  | { readonly kind: "idle" };

export function compareSolution(seed: number, organisations: number): SolutionComparison {
  const random = createRandom(seed + 33_000_000);
  const plain = plainerCase(scenarioCase(seed, organisations), random);
  const given = random.chance(75) ? withLeverRate(plain, random) : plain;
  const levers = randomLevers(given, random);
  const scope = randomScope(given, random);
  const before = amountOfCase(given, scope);
  const [first] = levers;
  if (typeof before === "string" || first === undefined) {
    return { outcome: "no question", differences: [] };
  }
  const tried = triedLever(first, given, scope);
  const target = randomTarget([...tried.amounts.values()], before.amount, random);
  const { plan, snapshot } = openCase(given);
  const model = openModel(plan, columnsOfRegister(plan, snapshot));
  if (!model.ok) return { outcome: "no question", differences: ["core cannot open the city"] };
  const question = { levers: levers.map(leverOf), scope, target: tiyn(target), place: {} };
  const found = solve(model.value, question);
  const faults = faultsOf(given, levers);
  if (faults.length > 0) {
    const codes = found.ok ? [] : codesOf(found.issues);
    const isTold = faults.every((fault) => codes.includes(fault));
    const told = `solve, seed ${seed}: faults ${faults.join(" ")}, core ${codes.join(" ")}`;
    return { outcome: "refused, a faulty lever", differences: isTold ? [] : [told] };
  }
  const left = differences(before.allocation.totals, totalsOf(model.value.totals));
  const compared = found.ok
    ? solutionDifferences({ tried, levers, scope, target, before }, found.value)
    : refusalDifferences({ tried, levers, scope, target, before }, codesOf(found.issues));
  const told = [...left.map((text) => `the model is left otherwise: ${text}`), ...compared];
  const asked = JSON.stringify([levers, scope, `${target}`]);
  const proof = found.ok && found.value.isProved ? "proved" : "seen";
  return {
    outcome: found.ok ? `solved, ${proof}` : `refused, ${codesOf(found.issues).join(" ")}`,
    differences: told.map((text) => `solve, seed ${seed}, ${asked}: ${text}`),
  };
}

/** Often without stages, and with least values, so that the course of amounts can be proved. */
function plainerCase(given: RandomCase, random: Random): RandomCase {
  const { stages = [], lines = [], parameters = [] } = given.document;
  const isPlain = random.chance(60) && stages.every(({ kind }) => kind !== "solve");
  const withLeast = parameters.map((each) => {
    const isAbove = each.values.every(({ value = "" }) => !value.startsWith("-"));
    return isAbove && random.chance(70) ? { ...each, minimum: "0" } : each;
  });
  const plain = isPlain ? { stages: [], lines: lines.filter(({ line }) => line !== "L9") } : {};
  return { ...given, document: { ...given.document, parameters: withLeast, ...plain } };
}

/** What is wrong with levers by themselves. */
function faultsOf(given: RandomCase, levers: readonly MadeLever[]): readonly string[] {
  const faults = levers.flatMap((lever) => lever.values.map((value) => faultOf(given, value)));
  const known = faults.filter((fault) => fault !== undefined);
  if (known.length > 0) return known;
  return levers.some((lever) => isBelow(given, lever)) ? ["value-below-minimum"] : [];
}

/** Whether at a bound some value is below zero, where its parameter may not be. */
function isBelow({ document }: RandomCase, lever: MadeLever): boolean {
  const parameters: readonly { readonly parameter: string; readonly minimum?: string }[] =
    document.parameters ?? [];
  const bounded = new Set(
    parameters.flatMap((each) => (each.minimum === "0" ? [each.parameter] : [])),
  );
  const { low, high } = rangeOf(lever);
  return [low, high].some((step) =>
    digitsAt(lever, step).some((digits, place) => {
      const { parameter = "" } = lever.values[place]?.entry ?? {};
      return bounded.has(parameter) && digits.startsWith("-");
    }),
  );
}

function triedLever(lever: MadeLever, given: RandomCase, scope: Scope): Tried {
  const { low, high } = rangeOf(lever);
  const amounts = new Map<bigint, ScopeAmount>();
  for (let step = low; step <= high; step += 1n) {
    amounts.set(step, amountAt(given, lever, step, scope));
  }
  return { lever, given, amounts };
}

function randomTarget(amounts: readonly ScopeAmount[], before: bigint, random: Random): bigint {
  const known = amounts.flatMap((each) => (typeof each === "string" ? [] : [each.amount]));
  const one = known[random.int(0, known.length - 1)] ?? before;
  const other = known[random.int(0, known.length - 1)] ?? before;
  return random.pick([one, one + 1n, one - 1n, (one + other) / 2n, before, before * 2n]);
}

type Asked = {
  /** The first lever. */
  readonly tried: Tried;
  readonly levers: readonly MadeLever[];
  readonly scope: Scope;
  readonly target: bigint;
  readonly before: { readonly amount: bigint; readonly allocation: Allocation };
};

function expectedAt({ amounts }: Tried, target: bigint): Expected | undefined {
  const steps = [...amounts].sort(([left], [right]) => (left < right ? -1 : 1));
  const known = steps.flatMap(([step, each]) =>
    typeof each === "string" ? [] : [{ step, amount: each.amount }],
  );
  if (known.length < steps.length) return undefined;
  const rising = known.every(({ amount }, at) => amount >= (known[at - 1]?.amount ?? amount));
  const falling = known.every(({ amount }, at) => amount <= (known[at - 1]?.amount ?? amount));
  if (!rising && !falling) return undefined;
  if (rising && falling && known.length > 1) return { kind: "idle" };
  const ordered = rising ? known : known.toReversed();
  const fitting = ordered.filter(({ amount }) => amount <= target);
  const [cheapest, dearest] = [ordered[0]?.step ?? 0n, ordered.at(-1)?.step ?? 0n];
  if (fitting.length === 0) return { kind: "passes", step: cheapest };
  if (fitting.length === ordered.length) return { kind: "fits", step: dearest };
  return { kind: "found", step: fitting.at(-1)?.step ?? 0n };
}

/** What core refuses is what the oracle foresees, where it can. */
function refusalDifferences(asked: Asked, found: readonly string[]): readonly string[] {
  const { levers, scope, target } = asked;
  const codes = found.join(" ");
  let { tried } = asked;
  for (const [place, lever] of levers.entries()) {
    if (place > 0) tried = triedLever(lever, tried.given, scope);
    const expected = expectedAt(tried, target);
    if (expected === undefined) return [];
    const isLast = place === levers.length - 1;
    const code = foreseenCode(expected, isLast);
    if (code !== undefined) return codes === code ? [] : [`${code} expected, core says ${codes}`];
    if (expected.kind === "idle") return [];
    if (isLast || expected.kind === "found") return [`${expected.step} fits, core says ${codes}`];
    tried = { ...tried, given: atStep(tried.given, lever, expected.step) };
  }
  return [];
}

function foreseenCode({ kind }: Expected, isLast: boolean): string | undefined {
  if (kind === "idle") return "lever-idle";
  return isLast && kind === "passes" ? "lever-infeasible" : undefined;
}

function solutionDifferences(asked: Asked, found: Solution): readonly string[] {
  const { levers, scope, target, before } = asked;
  const told: string[] = [];
  const check = (isTrue: boolean, text: string) => {
    if (!isTrue) told.push(text);
  };
  let { tried } = asked;
  found.levers.forEach((solved, place) => {
    const lever = levers[place];
    if (lever === undefined) return;
    if (place > 0) tried = triedLever(lever, tried.given, scope);
    const step = over(fractionOf(solved.number), fractionOf(lever.step)).top;
    const expected = expectedAt(tried, target);
    const isOpen = expected === undefined;
    check(!isOpen || !found.isProved, `lever ${place} is said to be proved, and turns`);
    if (expected !== undefined) {
      const isSame = expected.kind !== "idle" && expected.step === step;
      check(isSame, `lever ${place} stands at ${step}, not at ${JSON.stringify(expected, text)}`);
      check((expected.kind === "found") === (solved.bound === undefined), `bound of ${place}`);
    }
    for (const point of found.points.filter((each) => each.lever === place)) {
      const at = over(fractionOf(point.number), fractionOf(lever.step)).top;
      const own = amountOr(tried.amounts.get(at));
      check(own === point.amount, `point ${place} ${point.number}: ${own}, core ${point.amount}`);
    }
    const isLast = place === found.levers.length - 1;
    check(isLast || solved.bound !== undefined, `lever ${place} goes on though it was found`);
    if (isLast) told.push(...lastDifferences(tried, step, asked, found));
    tried = { ...tried, given: atStep(tried.given, lever, step) };
  });
  check(found.before === before.amount, `before ${before.amount}, core ${found.before}`);
  check(found.slack === target - found.amount && found.slack >= 0n, `slack ${found.slack}`);
  const { levers: solved } = found;
  const isAll = solved.length === levers.length || solved.at(-1)?.bound === undefined;
  check(isAll, "levers are left though the last one stands at its bound");
  return told;
}

function text(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? `${value}` : value;
}

function amountOr(each: ScopeAmount | undefined): bigint | string | undefined {
  return typeof each === "object" ? each.amount : each;
}

/** Amount, neighbours and organisations where the search ended. */
function lastDifferences(tried: Tried, step: bigint, asked: Asked, found: Solution) {
  const told: string[] = [];
  const { scope, target, before } = asked;
  const { lever, given } = tried;
  const at = (each: bigint) => tried.amounts.get(each) ?? amountAt(given, lever, each, scope);
  const here = at(step);
  if (typeof here === "string") return [`refused at the answer: ${here}`];
  if (here.amount !== found.amount) told.push(`amount ${here.amount}, core ${found.amount}`);
  const total = here.allocation.totals.get("total") ?? 0n;
  if (total !== found.city.after) told.push(`city ${total}, core ${found.city.after}`);
  const bound = found.levers.at(-1)?.bound;
  if (bound === undefined) {
    const prices = [step - 1n, step + 1n]
      .map((each) => amountOr(tried.amounts.get(each)))
      .flatMap((each) => (typeof each === "bigint" && each > target ? [each - here.amount] : []));
    const isPrice = found.nextStep !== undefined && prices.includes(found.nextStep);
    if (!isPrice) told.push(`next step ${prices.join(" or ")}, core ${found.nextStep}`);
  }
  const steps = over(fraction(1n), fractionOf(lever.step));
  const further = steps.bottom === 1n ? amountOr(at(step + steps.top)) : undefined;
  const unit = typeof further === "bigint" ? further - here.amount : undefined;
  if (unit !== found.nextUnit) told.push(`next unit ${unit}, core ${found.nextUnit}`);
  const digits = (found.levers.at(-1)?.digits ?? []).join();
  const own = digitsAt(lever, step).join();
  if (digits !== own) told.push(`digits ${own}, core ${digits}`);
  return [...told, ...changeDifferences(before.allocation, here.allocation, found)];
}
