/** The faults of a tiny methodology, one text each: code, place in the document, facts. */
import {
  type Issue,
  type MethodologyLayer,
  parseMethodology,
} from "../../packages/core/src/index.ts";
import { tinyLayer } from "./tiny-methodology.ts";

export function documentFaults(
  sections: Readonly<Record<string, unknown>>,
  manifest: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  return layerFaults([tinyLayer(sections, manifest)]);
}

export function layerFaults(layers: readonly MethodologyLayer[]): readonly string[] {
  const result = parseMethodology(layers);
  return result.ok ? [] : result.issues.map(faultText);
}

export function faultText({ code, place, facts }: Issue): string {
  const { path = [], offset } = place;
  const where = path.join(".") + (offset === undefined ? "" : `@${offset}`);
  return [code, where, ...Object.values(facts)].join(" ").trim();
}
