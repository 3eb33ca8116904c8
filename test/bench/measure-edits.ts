/** One value of the law is changed and every total is there again: each value that is in force. */
import { type CalculationPlan, type Model, planWithValue } from "../../packages/core/src/index.ts";
import { getValue } from "../support/get-value.ts";
import { type BenchCity, differenceOf } from "./bench-city.ts";
import { calculatePlain, readPlainRates } from "./peers/plain-calculation.ts";
import { median, timeOf } from "./statistics.ts";

/** A value of a parameter by its place, and other digits for it. */
export type Edit = {
  readonly parameter: string;
  readonly place: number;
  readonly name: string;
  readonly digits: string;
};

export type EditTimes = {
  readonly count: number;
  readonly worst: { readonly name: string; readonly milliseconds: number; readonly plain: number };
  readonly median: { readonly milliseconds: number; readonly plain: number };
};

const WARM_UP = 4;
/** The slowest of many are partly those that were disturbed: so many of them are timed again. */
const AGAIN = 10;
const ROUNDS_AGAIN = 4;

/** Milliseconds of an edit and of the plain loop in the same rounds, the middle of them. */
export function measureEdits(city: BenchCity, rounds: number): EditTimes {
  const edits = editsOf(city.plan);
  checkEdits(city, edits);
  const all = timeEdits(city, edits, rounds);
  const slowest = [...edits.keys()]
    .sort((left, right) => (all.edits[right] ?? 0) - (all.edits[left] ?? 0))
    .slice(0, AGAIN)
    .flatMap((place) => edits[place] ?? []);
  const again = timeEdits(city, slowest, rounds * ROUNDS_AGAIN);
  const milliseconds = Math.max(...again.edits);
  const name = slowest[again.edits.indexOf(milliseconds)]?.name ?? "";
  return {
    count: edits.length,
    worst: { name, milliseconds, plain: again.plain },
    median: { milliseconds: median(all.edits), plain: all.plain },
  };
}

/** For each edit the middle of its times, there and back, and that of the plain loop. */
function timeEdits(
  { plan, peer, model: opened }: BenchCity,
  edits: readonly Edit[],
  rounds: number,
): { readonly edits: readonly number[]; readonly plain: number } {
  const times = edits.map((): number[] => []);
  const plain: number[] = [];
  let model = opened;
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const own = edits.map(({ parameter, place, digits }) => {
      const there = timeOf(() => {
        model = getValue(model.change({ plan: planWithValue(plan, parameter, place, digits) }));
      });
      const back = timeOf(() => {
        model = getValue(model.change({ plan }));
      });
      return [there, back];
    });
    const other = timeOf(() => calculatePlain(peer.city, peer.rates, peer.result));
    if (round < WARM_UP) continue;
    for (const [place, pair] of own.entries()) times[place]?.push(...pair);
    plain.push(other);
  }
  return { edits: times.map(median), plain: median(plain) };
}

/** Every value that some day of the year reads, and the next step of its last digit. */
function editsOf(plan: CalculationPlan): readonly Edit[] {
  const days = [plan.yearStart, ...plan.monthStarts.values()];
  return [...plan.methodology.parameters.values()].flatMap(({ id, values }) =>
    values.flatMap((value, place) => {
      const key = value.key.map((code) => code ?? "");
      const isRead = days.some((day) => {
        const found = plan.lookUp(id, key, day);
        return found.kind === "found" && found.value === value;
      });
      if (!isRead) return [];
      const name = [id, ...key].join(" ");
      return [{ parameter: id, place, name, digits: nextDigits(value.digits) }];
    }),
  );
}

/** Refused when the totals after an edit, or after taking it back, are not those of the peer. */
function checkEdits({ model, plan, peer }: BenchCity, edits: readonly Edit[]): void {
  const before = model.totals.total;
  for (const { parameter, place, digits, name } of edits) {
    const changed = planWithValue(plan, parameter, place, digits);
    const edited = getValue(model.change({ plan: changed }));
    differenceOf(edited, { ...peer, rates: readPlainRates(changed, peer.city) });
    const back: Model = getValue(edited.change({ plan }));
    if (back.totals.total !== before) throw new Error(`${name}: taken back, the total is another`);
  }
}

/** The same number of digits, one more in the last place. */
function nextDigits(digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const next = String(BigInt(whole + fraction) + 1n).padStart(fraction.length + 1, "0");
  if (fraction === "") return next;
  return `${next.slice(0, -fraction.length)}.${next.slice(-fraction.length)}`;
}
