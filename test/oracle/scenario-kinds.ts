/** What is asked of scenario mathematics, kind by kind: a seed, and all that it was compared in. */
import { CAUSES_LIMIT, compareAttribution } from "./compare-attributions.ts";
import { compareFigures } from "./compare-figures.ts";
import { compareMarginals } from "./compare-marginals.ts";
import { compareScenario } from "./compare-scenarios.ts";
import { compareSolution } from "./compare-solutions.ts";

export type KindComparison = {
  readonly organisations: number;
  /** What was met, by name, and how often. */
  readonly counts: Readonly<Record<string, number>>;
  readonly differences: readonly string[];
};

type Kind = { readonly name: string; readonly compare: (seed: number) => KindComparison };

const SIZE = 6;
/** Where every step, order or count is a city to be calculated. */
const SMALL_SIZE = 4;

export const SCENARIO_KINDS: readonly Kind[] = [
  {
    name: "scenarios",
    compare: (seed) => {
      const { overrides, refused, differences } = compareScenario(seed, SIZE);
      const met = refused === undefined ? {} : { [`refused by both, ${refused}`]: 1 };
      return { organisations: SIZE, counts: { overrides, ...met }, differences };
    },
  },
  {
    name: "solutions",
    compare: (seed) => {
      const { outcome, differences } = compareSolution(seed, SMALL_SIZE);
      return { organisations: SMALL_SIZE, counts: { [outcome]: 1 }, differences };
    },
  },
  {
    name: "attributions",
    compare: (seed) => {
      const { causes, refused, differences } = compareAttribution(seed, SMALL_SIZE);
      const asked = causes > CAUSES_LIMIT ? "too many to try" : `of ${causes} causes`;
      const met = refused ? "refused by both" : asked;
      return { organisations: SMALL_SIZE, counts: { [met]: 1 }, differences };
    },
  },
  {
    name: "marginal pupils",
    compare: (seed) => {
      const { effects, differences } = compareMarginals(seed, SMALL_SIZE);
      return { organisations: SMALL_SIZE, counts: { effects }, differences };
    },
  },
  {
    name: "comparisons and figures",
    compare: (seed) => {
      const { figures, rows, differences } = compareFigures(seed, SIZE);
      return { organisations: SIZE, counts: { figures, rows }, differences };
    },
  },
];
