/** What of a fact came from organisations that are gone, each with its part and its row. */
import { type Fact, ORGANISATION_GROUP } from "../methodology/index.ts";
import { compareRatios, divideRatios, ONE } from "../money/index.ts";
import type { FactCell, InheritedPart } from "./fact-table.ts";
import { numberValue, type TraceKey, type TraceNode, traceNode } from "./trace.ts";

/** The key of a part names the organisation that it came from, after the codes of the cell. */
export function inheritedNodes(
  cell: FactCell | undefined,
  fact: Fact,
  key: TraceKey,
): readonly TraceNode[] {
  return (cell?.inherited ?? []).map((part) =>
    traceNode({
      kind: "fact",
      id: fact.id,
      label: fact.label,
      key: [...key, { dimension: ORGANISATION_GROUP, code: part.organisationId }],
      value: numberValue(part.value, fact.unit),
      withValues: sharing(part, fact.unit),
      counted: part.source,
    }),
  );
}

/** The whole and the share of it; nothing where all of it came here. */
function sharing({ value, share }: InheritedPart, unit: string): TraceNode["withValues"] {
  if (compareRatios(share, ONE) === 0) return undefined;
  const whole = numberValue(divideRatios(value, share), unit);
  return { text: "⟦0⟧ * ⟦1⟧", values: [whole, numberValue(share, "1")] };
}
