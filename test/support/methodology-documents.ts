/** Methodology folders read as documents, so that a test can change them before they are parsed. */
import { readdirSync, readFileSync } from "node:fs";
import type { MethodologyLayer, SourceDocument } from "../../packages/core/src/index.ts";
import { filesUnder, ROOT } from "../../scripts/source-files.ts";

const BUILT_IN = "packages/core/data/";

/** The manifest and the documents of one folder; folders with a manifest of their own stay out. */
export function readLayer(folder: string): MethodologyLayer {
  const nested = readdirSync(`${ROOT}${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}/`)
    .filter((path) => filesUnder(path.slice(0, -1)).includes(`${path}manifest.json`));
  const files = filesUnder(folder)
    .filter((path) => path.endsWith(".json") && !nested.some((other) => path.startsWith(other)))
    .map(readDocument);
  const [manifest] = files.filter(isManifest);
  if (manifest === undefined) throw new Error(`${folder} has no manifest.json`);
  return { manifest, documents: files.filter((file) => !isManifest(file)) };
}

/** The law of Kazakhstan and the values of Almaty, as they ship. */
export function almatyLayers(): readonly [country: MethodologyLayer, city: MethodologyLayer] {
  return [readLayer(`${BUILT_IN}kz`), readLayer(`${BUILT_IN}kz/almaty`)];
}

function readDocument(path: string): SourceDocument {
  const content: unknown = JSON.parse(readFileSync(`${ROOT}${path}`, "utf8"));
  return { file: path, content };
}

function isManifest({ file }: SourceDocument): boolean {
  return file.endsWith("manifest.json");
}
