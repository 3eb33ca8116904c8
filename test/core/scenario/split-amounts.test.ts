import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Tiyn, tiyn } from "../../../packages/core/src/index.ts";
import { openMixedInputs } from "../../../packages/core/src/scenario/mixed-inputs.ts";
import { type SplitLine, splitAmounts } from "../../../packages/core/src/scenario/split-amounts.ts";
import {
  type CauseChoice,
  CHOICE_PAIRS,
  type CityCause,
  differingCauses,
  FIRST_CHOICE,
  inputsOfChoice,
  mixChoices,
  runOfChoice,
} from "../../support/cause-city.ts";
import { getValue } from "../../support/get-value.ts";

const RUNS = { numRuns: 15 };

function split(from: CauseChoice, to: CauseChoice): readonly SplitLine[] {
  const mixed = openMixedInputs(inputsOfChoice(from), inputsOfChoice(to), "cause");
  return getValue(splitAmounts(getValue(mixed)));
}

type Line = Pick<SplitLine, "organisationId" | "tier" | "budgetCode" | "method">;

function nameOf({ organisationId, tier, budgetCode, method }: Line): string {
  return [organisationId, tier, budgetCode, method].join("|");
}

function amountsOf(choice: CauseChoice): ReadonlyMap<string, bigint> {
  return new Map(runOfChoice(choice).lines.map((line) => [nameOf(line), line.amount]));
}

/** Lines by name; one that stands at two places is added up. */
function byName(lines: readonly SplitLine[]) {
  const sums = new Map<string, { from: bigint; to: bigint; parts: readonly bigint[] }>();
  for (const line of lines) {
    const known = sums.get(nameOf(line)) ?? { from: 0n, to: 0n, parts: line.parts.map(() => 0n) };
    sums.set(nameOf(line), {
      from: known.from + line.from,
      to: known.to + line.to,
      parts: line.parts.map((part, place) => part + (known.parts[place] ?? 0n)),
    });
  }
  return sums;
}

it("an organisation of another district has its line at both places, and what the place gave", () => {
  const lines = split(FIRST_CHOICE, { ...FIRST_CHOICE, headcounts: 1 });
  const moved = lines.filter(
    ({ organisationId, tier }) => organisationId === "a" && tier === "secondary",
  );
  expect(
    moved.map(({ district, from, to, parts }) => [
      district,
      from > 0n,
      to > 0n,
      parts[0] === to - from,
    ]),
  ).toEqual([
    ["north", true, false, true],
    ["south", false, true, true],
  ]);
});

describe("laws", () => {
  it("every line is there with both its amounts, as either calculation has it", () => {
    fc.assert(
      fc.property(CHOICE_PAIRS, ([from, to]) => {
        const [earlier, later] = [amountsOf(from), amountsOf(to)];
        const found = byName(split(from, to));
        const names = [...earlier, ...later].flatMap(([name, amount]) =>
          amount === 0n ? [] : [name],
        );
        expect([...found.keys()]).toEqual(expect.arrayContaining(names));
        for (const [name, line] of found) {
          expect([name, line.from, line.to]).toEqual([
            ...[name, earlier.get(name) ?? 0n, later.get(name) ?? 0n],
          ]);
        }
      }),
      RUNS,
    );
  });

  it("each line agrees with every order of the causes, each mixture calculated from nothing", () => {
    fc.assert(
      fc.property(CHOICE_PAIRS, ([from, to]) => {
        const expected = averageOverOrders(from, to);
        for (const [name, { parts }] of byName(split(from, to))) {
          expect([name, ...parts]).toEqual([name, ...expected(name)]);
        }
      }),
      RUNS,
    );
  });
});

/** What each cause adds to a line on average over all orders, rounded half away from zero. */
function averageOverOrders(from: CauseChoice, to: CauseChoice): (name: string) => readonly Tiyn[] {
  const causes = differingCauses(from, to);
  const known = new Map<string, ReadonlyMap<string, bigint>>();
  const amountIn = (taken: readonly CityCause[], name: string): bigint => {
    const key = causes.filter((cause) => taken.includes(cause)).join();
    const amounts = known.get(key) ?? amountsOf(mixChoices(from, to, taken));
    known.set(key, amounts);
    return amounts.get(name) ?? 0n;
  };
  const orders = permutations(causes);
  const count = BigInt(orders.length);
  return (name) =>
    causes.map((cause) => {
      let total = 0n;
      for (const order of orders) {
        const before = order.slice(0, order.indexOf(cause));
        total += amountIn([...before, cause], name) - amountIn(before, name);
      }
      const size = total < 0n ? -total : total;
      const rounded = (2n * size + count) / (2n * count);
      return tiyn(total < 0n ? -rounded : rounded);
    });
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, place) =>
    permutations(items.toSpliced(place, 1)).map((rest) => [item, ...rest]),
  );
}
