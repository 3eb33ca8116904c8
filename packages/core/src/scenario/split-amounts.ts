/**
 * The difference of every line of every organisation, in the shares of its causes.
 *
 * Lines that pay by formulas stand on all causes, amounts outside the formulas on few. What changes
 * nothing has no share, so each is split among its own causes alone, and comes to the same.
 */
import { estimateLines, lineName, type Model } from "../calculation/index.ts";
import { invariant, ok, present, type Result } from "../kernel/index.ts";
import { divideRounded, type Tiyn, tiyn } from "../money/index.ts";
import { ESTIMATES, HEADCOUNTS, RULES } from "./causes.ts";
import type { Coalition, MixedInputs } from "./mixed-inputs.ts";
import {
  coalitionsOf,
  createWeightedSums,
  factorial,
  type RowAmounts,
  type WeightedSums,
  weightsOf,
} from "./shapley.ts";
import { visitMixtures } from "./split-evaluations.ts";
import { createLinePlaces, type LinePlace, type LinePlaces } from "./split-places.ts";

type LineKind = {
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: "formula" | "estimate";
};

/** One line at one place; the parts follow the causes, and what is left of `to - from` rounding. */
export type SplitLine = LinePlace &
  LineKind & { readonly from: Tiyn; readonly to: Tiyn; readonly parts: readonly Tiyn[] };

/** All lines in which there is any amount, of either calculation or of a mixture. */
export function splitAmounts(mixed: MixedInputs): Result<readonly SplitLine[]> {
  const places = createLinePlaces(mixed);
  const formulas = createGame(mixed, places, (place) => mixed.movesLines(place));
  const visited = visitMixtures(mixed, formulas.players, (coalition, model) => {
    formulas.add(coalition, amountsOf(model, places));
  });
  if (!visited.ok) return visited;
  const isOfEstimates = (place: number): boolean => {
    const cause = mixed.causes[place];
    const known: readonly string[] = [ESTIMATES, HEADCOUNTS, RULES];
    return cause !== undefined && cause.parameter === undefined && known.includes(cause.cause);
  };
  const estimates = createGame(mixed, places, isOfEstimates);
  for (const joined of coalitionsOf(estimates.players.length)) {
    const coalition = mixed.causes.map(
      (_, place) => joined[estimates.players.indexOf(place)] === true,
    );
    estimates.add(coalition, estimatesOf(mixed, coalition, places));
  }
  return ok([...formulas.split(), ...estimates.split()]);
}

type LinesAt = LineKind & RowAmounts;

type Game = {
  /** The places of its causes among all. */
  readonly players: readonly number[];
  /** Counts the lines of one mixture. */
  readonly add: (coalition: Coalition, lines: readonly LinesAt[]) => void;
  readonly split: () => readonly SplitLine[];
};

function createGame(
  { causes }: MixedInputs,
  { all, byOrganisation }: LinePlaces,
  isPlayer: (place: number) => boolean,
): Game {
  const players = causes.flatMap((_, place) => (isPlayer(place) ? [place] : []));
  const count = players.length;
  const columns = new Map<string, LineKind & { readonly sums: WeightedSums }>();
  return {
    players,
    add: (coalition, lines) => {
      const joined = players.map((place) => coalition[place] === true);
      const isFirst = joined.includes(true) ? 0 : 1;
      const isLast = joined.includes(false) ? 0 : 1;
      const weights = [...weightsOf(joined), isFirst, isLast];
      for (const { tier, budgetCode, method, ...amounts } of lines) {
        const name = lineName({ tier, budgetCode, method });
        const column = columns.get(name) ?? {
          ...{ tier, budgetCode, method },
          sums: createWeightedSums(all.length, count + 2),
        };
        columns.set(name, column);
        column.sums.add(amounts, weights);
      }
    },
    split: () =>
      [...columns.values()].flatMap(({ sums, ...kind }) =>
        byOrganisation.flatMap((rows) =>
          splitLine(rows, sums, count).map(({ row, from, to, parts }) => ({
            ...present(all[row], "a place of a row"),
            ...{ ...kind, from, to },
            parts: causes.map((_, cause) => parts[players.indexOf(cause)] ?? tiyn(0n)),
          })),
        ),
      ),
  };
}

type RowParts = Pick<SplitLine, "from" | "to" | "parts"> & { readonly row: number };

/**
 * One line of an organisation at the places it has. Its shares are rounded half away from zero, so
 * that turning round turns every sign; what it has at the last place is the rest of them.
 */
function splitLine(
  rows: readonly number[],
  sums: WeightedSums,
  players: number,
): readonly RowParts[] {
  const found = rows
    .map((row) => ({
      row,
      from: sums.sumAt(players, row),
      to: sums.sumAt(players + 1, row),
      shares: Array.from({ length: players }, (_, player) => sums.sumAt(player, row)),
    }))
    .filter(({ from, to, shares }) => from !== 0n || to !== 0n || shares.some(isSome));
  const whole = BigInt(factorial(players));
  const round = (share: bigint): bigint => divideRounded(share, whole, "half-up");
  const left = Array.from({ length: players }, (_, player) =>
    round(found.reduce((sum, { shares }) => sum + (shares[player] ?? 0n), 0n)),
  );
  return found.map(({ row, from, to, shares }, place) => {
    const sum = shares.reduce((total, share) => total + share, 0n);
    invariant(sum === (to - from) * whole, "shares add up to the difference");
    const parts = place === found.length - 1 ? left.slice() : shares.map(round);
    parts.forEach((part, player) => {
      left[player] = (left[player] ?? 0n) - part;
    });
    return { row, from: tiyn(from), to: tiyn(to), parts: parts.map(tiyn) };
  });
}

function isSome(share: bigint): boolean {
  return share !== 0n;
}

function amountsOf(model: Model, places: LinePlaces): readonly LinesAt[] {
  const placeOf = places.ofModel(model);
  return model.lineAmounts().map(({ definition, organisations, amounts }) => {
    const { tier, budgetCode, method } = definition;
    const rows = organisations.map((row) => placeOf[row] as number);
    return { tier, budgetCode, method, rows, amounts };
  });
}

function estimatesOf(
  { from, to, causes }: MixedInputs,
  coalition: Coalition,
  places: LinePlaces,
): readonly LinesAt[] {
  const isLater = causes.some(
    ({ cause, parameter }, place) =>
      cause === ESTIMATES && parameter === undefined && coalition[place] === true,
  );
  const { plan, snapshot } = isLater ? to : from;
  return estimateLines(plan, snapshot).map(({ organisationId, amount, ...line }) => {
    const { tier, budgetCode, method } = line;
    const rows = Int32Array.of(places.ofEstimate(organisationId, coalition));
    return { tier, budgetCode, method, rows, amounts: [amount] };
  });
}
