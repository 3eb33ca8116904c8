/** What formulas, lines and later stages may ask of a stage: `cuts.change['base']`. */
import { type Fraction, fraction, NOTHING } from "./fraction.ts";
import type { StageDocument } from "./law-documents.ts";
import { moveName, type Place, type World } from "./world.ts";

/** In tenge; zero of a stage, line or group that is not there. */
export function stageValue(
  name: string,
  codes: readonly string[],
  place: Place,
  world: World,
): Fraction {
  const end = name.lastIndexOf(".");
  const [id, result] = [name.slice(0, end), name.slice(end + 1)];
  const stage = world.law.stages.find((each) => each.stage === id);
  if (stage === undefined) throw new SyntaxError(`no value: ${name}`);
  if (result === "pool" || result === "left") {
    const group = world.outcomeOf(stage).groups.get(codes.join("|"));
    return group === undefined ? NOTHING : fraction(group[result], 100n);
  }
  return lineValue(stage, result, codes[0] ?? "", place, world);
}

/** Counted where there is such a line, before the stage or after it. */
function lineValue(
  stage: StageDocument,
  result: string,
  line: string,
  { organisation, met }: Place,
  world: World,
): Fraction {
  if (organisation === undefined || !linesOf(stage).includes(line)) return NOTHING;
  const move = world.outcomeOf(stage).moves.get(moveName(organisation.id, line));
  const before = move?.before ?? world.amountBefore(stage.order, line, organisation);
  if (before === undefined) return NOTHING;
  const after = move?.after ?? before;
  const isCounted =
    move === undefined ||
    before !== 0n ||
    after !== 0n ||
    world.lineOf(line, organisation).isCounted;
  if (isCounted) met.isCounted = true;
  const change = after - before;
  return fraction(result === "change" ? change : result === "before" ? before : after, 100n);
}

/** The lines that a stage may change. */
export function linesOf({ kind, lines = [], into, categories = [] }: StageDocument) {
  if (kind === "solve" || kind === "limit") return [];
  const own = [...lines, ...(into === undefined ? [] : [into])];
  return [...new Set([...own, ...categories.map(({ line }) => line)])];
}
