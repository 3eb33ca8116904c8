/** Codes by which values are asked: written, in scope, of the organisation, or mapped from one. */
import { present } from "../kernel/index.ts";
import type { Mapping, NameNode, TextNode } from "../methodology/index.ts";
import type { ExplainScope } from "./explain-scope.ts";
import { type TraceNode, traceNode } from "./trace.ts";

/** The code of a dimension in scope, or of an attribute of that name. */
export function codeOf(name: string, { codes, organisation }: ExplainScope): string {
  const code = codes.get(name) ?? organisation?.attributes.get(name);
  return present(code, `${name} has a code here`);
}

/** The code that an item of an index names; how a mapping gave it is noted. */
export function codeOfItem(item: NameNode | TextNode, scope: ExplainScope): string {
  if (item.kind === "text") return item.value;
  const mapping = scope.run.plan.methodology.mappings.get(item.name);
  if (mapping === undefined) return codeOf(item.name, scope);
  const traced = explainMapping(item, mapping, scope);
  scope.inputs.push(traced);
  return traced.value.kind === "code" ? traced.value.code : "";
}

/** The code of the one list that stands for a code of the other. */
export function explainMapping(
  { index }: NameNode,
  { id, label, from, to, codes }: Mapping,
  scope: ExplainScope,
): TraceNode {
  const code = codeOfItem(present(index[0], `${id} maps a code`), scope);
  const mapped = present(codes.get(code), `${id} maps ${code}`);
  return traceNode({
    kind: "mapping",
    ...{ id, label },
    key: [{ dimension: from, code }],
    value: { kind: "code", codeList: to, code: mapped },
  });
}
