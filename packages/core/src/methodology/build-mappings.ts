/** Mappings of the codes of one list to those of another, whole: every code has its image. */
import type { CodeLists } from "../classification/index.ts";
import { issue } from "../kernel/index.ts";
import { byName, type Definitions, type Entry, inside, type Reporter } from "./definitions.ts";
import type { MethodologyDocument } from "./document-schema.ts";
import type { Mapping } from "./methodology.ts";
import { referCode, referCodeList } from "./references.ts";

type MappingDocument = NonNullable<MethodologyDocument["mappings"]>[number];

export function buildMappings(
  definitions: Definitions,
  codeLists: CodeLists,
  report: Reporter,
): ReadonlyMap<string, Mapping> {
  const entries = byName(
    definitions.section("mappings"),
    "mapping",
    ({ mapping }) => mapping,
    report,
  );
  return new Map([...entries].map(([id, entry]) => [id, buildMapping(entry, codeLists, report)]));
}

function buildMapping(
  { value, place }: Entry<MappingDocument>,
  codeLists: CodeLists,
  report: Reporter,
): Mapping {
  const { mapping: id, label, from, to } = value;
  const codes = new Map(Object.entries(value.codes));
  const origin = referCodeList(from, codeLists, inside(place, "from"), report);
  const target = referCodeList(to, codeLists, inside(place, "to"), report);
  for (const [code, image] of codes) {
    const where = inside(place, "codes", code);
    if (origin !== undefined) referCode(code, origin, where, report);
    if (target !== undefined) referCode(image, target, where, report);
  }
  const missing = [...(origin?.codes.keys() ?? [])].filter((code) => !codes.has(code));
  if (missing.length > 0) {
    const facts = { name: id, codes: missing.join(", ") };
    report(issue("mapping-incomplete", inside(place, "codes"), facts));
  }
  return { id, label, from, to, codes, place };
}
