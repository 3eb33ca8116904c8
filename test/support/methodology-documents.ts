/** Methodology folders read as documents, so that a test can change them before they are parsed. */
import { readdirSync, readFileSync } from "node:fs";
import type { MethodologyLayer, SourceDocument } from "../../packages/core/src/index.ts";
import { filesUnder, ROOT } from "../../scripts/source-files.ts";

const BUILT_IN = "packages/core/data/";

/** The law of Kazakhstan and the values of Almaty, as they ship. */
export function almatyLayers(): readonly MethodologyLayer[] {
  return readLayers(`${BUILT_IN}kz/almaty`);
}

/** The folder's layer on everything it stands on, the base first. */
export function readLayers(folder: string): readonly MethodologyLayer[] {
  const layer = readLayer(folder);
  const { extends: base } = layer.manifest.content as { readonly extends?: string };
  return base === undefined ? [layer] : [...readLayers(`${BUILT_IN}${base}`), layer];
}

/** The manifest and the documents of one folder; folders with a manifest of their own stay out. */
function readLayer(folder: string): MethodologyLayer {
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

function readDocument(path: string): SourceDocument {
  const content: unknown = JSON.parse(readFileSync(`${ROOT}${path}`, "utf8"));
  return { file: path, content };
}

function isManifest({ file }: SourceDocument): boolean {
  return file.endsWith("manifest.json");
}
