/** Hands a trace to the person as a file. */
import type { TraceGraph } from "@zhanbasy/api/contract";

/** Offers `trace-<organisation>-<line>.json`; everything it holds is already on the page. */
export function saveTrace(graph: TraceGraph, page: Document): void {
  const text = `${JSON.stringify(graph, null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = page.createElement("a");
  link.href = address;
  link.download = traceFileName(graph);
  link.click();
  URL.revokeObjectURL(address);
}

/** A name that every file system takes. */
export function traceFileName({ organisationId, line, of }: TraceGraph): string {
  const parts = ["trace", organisationId === "" ? "city" : organisationId, line, of];
  return `${parts.join("-").replaceAll(/[^\w.-]+/g, "-")}.json`;
}
