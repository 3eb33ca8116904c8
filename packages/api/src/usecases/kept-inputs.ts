/** A kept register and a kept methodology, read back and calculated. */
import {
  type AsOf,
  fail,
  type Issue,
  issue,
  ok,
  type ParsedRegister,
  parseMethodology,
  type Result,
  type SourceDocument,
} from "@zhanbasy/core";
import type { MethodologyDocuments } from "../contract.ts";
import { type CityRun, calculateCity } from "./calculate-city.ts";
import type { Store } from "./ports.ts";
import { registerFromColumns } from "./register-from-columns.ts";

/** The hashes of what is calculated. */
export type InputHashes = { readonly registerHash: string; readonly methodologyHash: string };

/** Both inputs of a calculation, as they were kept. */
export type KeptInputs = {
  readonly register: ParsedRegister;
  readonly documents: MethodologyDocuments;
};

/** Refused with each of the two that nobody has kept. */
export async function readKeptInputs(
  store: Pick<Store, "registers" | "methodologies">,
  { registerHash, methodologyHash }: InputHashes,
): Promise<Result<KeptInputs>> {
  const [columns, warnings, documents] = await Promise.all([
    store.registers.findColumns(registerHash),
    store.registers.findWarnings(registerHash),
    store.methodologies.findDocuments(methodologyHash),
  ]);
  if (columns !== undefined && warnings !== undefined && documents !== undefined) {
    return ok({ register: { snapshot: registerFromColumns(columns), warnings }, documents });
  }
  const unknownRegister = issue("register-unknown", {}, { value: registerHash });
  const unknownMethodology = issue("methodology-unknown", {}, { value: methodologyHash });
  if (columns !== undefined) return fail(unknownMethodology);
  const others: readonly Issue[] = documents === undefined ? [unknownMethodology] : [];
  return fail(unknownRegister, others);
}

/** The calculation of both inputs, or every issue that stands in its way. */
export function calculateKept({ register, documents }: KeptInputs, asOf: AsOf): Promise<CityRun> {
  const sources = {
    readMethodology: () => Promise.resolve(parseMethodology(layersOf(documents))),
    readParameters: () => Promise.resolve({ table: undefined, issues: [] }),
    readRegister: () => Promise.resolve(ok(register)),
  };
  return calculateCity(sources, asOf);
}

/** The documents as `parseMethodology` takes them. */
export function layersOf({ layers }: MethodologyDocuments): Parameters<typeof parseMethodology>[0] {
  const sourceOf = ({ file, content }: SourceDocument): SourceDocument => ({ file, content });
  return layers.map(({ manifest, documents }) => ({
    manifest: sourceOf(manifest),
    documents: documents.map(sourceOf),
  }));
}
