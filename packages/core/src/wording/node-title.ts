/** What a node of a trace is called. */
import type { TraceNode } from "../calculation/index.ts";
import { formulaWords } from "./formula-words.ts";
import { keyText, type TraceReader } from "./trace-words.ts";

/** Its name, with the codes it stands for. */
export function titleOf(node: TraceNode, reader: TraceReader): string {
  const name = nameOf(node, reader);
  const key = keyText(node, reader);
  return key === "" ? name : `${name} [${key}]`;
}

function nameOf({ kind, id, label: labels, expression }: TraceNode, reader: TraceReader): string {
  const { language, translate } = reader;
  const label = labels?.[language] ?? id;
  switch (kind) {
    case "total": {
      const words = formulaWords(expression ?? "", reader);
      return `${translate(`trace.${id}`)}: ${words.map(({ text }) => text).join("")}`;
    }
    case "part":
      return id === "other" ? label : translate(`trace.part.${id}`);
    case "stage":
      return translate("trace.stage", { label });
    case "stage-result": {
      const result = id.slice(id.lastIndexOf(".") + 1);
      return translate(`trace.result.${result}`, { stage: label });
    }
    case "line-amount":
      return `${translate("trace.byFormula")}: ${label}`;
    case "line":
    case "estimate":
    case "rounding":
    case "formula":
    case "case":
    case "sum":
    case "cell":
    case "parameter":
    case "fact":
    case "attribute":
    case "calendar":
    case "table":
    case "mapping":
    case "presence":
    case "rate":
      return label;
  }
}
