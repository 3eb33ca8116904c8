/**
 * Reads a methodology: a built-in one by name (`kz/almaty`) or a folder, with everything it stands
 * on.
 */
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import {
  checkCoverage,
  fail,
  type Issue,
  issue,
  type Methodology,
  type MethodologyLayer,
  ok,
  parseMethodology,
  type Result,
  unlessIssues,
} from "@zhanbasy/core";
import { type JsonDocument, parseJsonDocument } from "./json-document.ts";
import { nameLayers } from "./name-layers.ts";
import {
  decodeUtf8,
  isFile,
  locateIssue,
  readJsonDocument,
  shownPath,
} from "./read-json-document.ts";

const MANIFEST = "manifest.json";
const BUILT_IN_NAME = /^[a-z0-9]+(?:[/-][a-z0-9]+)*$/;

/** The methodology, or every fault with document, line and column. */
export async function readMethodology(nameOrFolder: string): Promise<Result<Methodology>> {
  return (await readDocuments(nameOrFolder)).methodology;
}

/** A methodology, and where in its documents a later fault stands. */
export type LocatedMethodology = {
  readonly methodology: Result<Methodology>;
  /** The fault with line and column when it stands in one of the documents, else as it is. */
  readonly locate: (found: Issue) => Issue;
};

/** The methodology with its locator, for faults that only a calculation finds. */
export async function readLocatedMethodology(nameOrFolder: string): Promise<LocatedMethodology> {
  const { methodology, locate } = await readDocuments(nameOrFolder);
  return { methodology, locate };
}

/** A methodology and the documents it was parsed from, base layer first. */
export type MethodologyWithDocuments = {
  readonly methodology: Methodology;
  readonly layers: readonly MethodologyLayer[];
};

/** The methodology with its documents, which are named alike on every machine. */
export async function readMethodologyWithDocuments(
  nameOrFolder: string,
): Promise<Result<MethodologyWithDocuments>> {
  const { methodology, layers } = await readDocuments(nameOrFolder);
  if (!methodology.ok) return methodology;
  return ok({ methodology: methodology.value, layers: nameLayers(layers) });
}

/**
 * The methodology when, beside being readable, no key it knows is without a value on any day of its
 * years.
 */
export async function checkMethodology(nameOrFolder: string): Promise<Result<Methodology>> {
  const { methodology, locate } = await readDocuments(nameOrFolder);
  if (!methodology.ok) return methodology;
  const gaps = checkCoverage(methodology.value).map(locate);
  return unlessIssues(gaps, () => methodology.value);
}

type ReadDocuments = LocatedMethodology & { readonly layers: readonly MethodologyLayer[] };

async function readDocuments(nameOrFolder: string): Promise<ReadDocuments> {
  const documents = new Map<string, JsonDocument>();
  const locate = (found: Issue): Issue => locateIssue(found, documents);
  const read = await readLayers(nameOrFolder, documents);
  const { layers } = read;
  const [first, ...rest] = [
    ...read.issues,
    ...[...documents.values()].flatMap(({ issues }) => issues),
  ];
  if (first !== undefined) return { methodology: fail(first, rest), layers, locate };
  const parsed = parseMethodology(layers);
  if (parsed.ok) return { methodology: parsed, layers, locate };
  const [fault, ...faults] = parsed.issues.map(locate);
  return { methodology: fault === undefined ? parsed : fail(fault, faults), layers, locate };
}

type ReadLayers = {
  readonly layers: readonly MethodologyLayer[];
  readonly issues: readonly Issue[];
};

async function readLayers(
  nameOrFolder: string,
  documents: Map<string, JsonDocument>,
): Promise<ReadLayers> {
  const layers: MethodologyLayer[] = [];
  const names: string[] = [];
  const folders = new Set<string>();
  let next: string | undefined = await findFolder(nameOrFolder);
  if (next === undefined) return { layers, issues: [missing(nameOrFolder)] };
  while (next !== undefined) {
    const folder: string = next;
    if (folders.has(folder)) return { layers, issues: [circle(names, folder)] };
    folders.add(folder);
    names.push(shownPath(folder));
    const manifest = await readDocument(join(folder, MANIFEST), documents);
    const files = await listDocuments(folder, new Set([await realpath(folder)]));
    const contents: JsonDocument[] = [];
    for (const file of files) contents.push(await readDocument(file, documents));
    layers.unshift({ manifest, documents: contents });
    const base = baseOf(manifest);
    next = base === undefined ? undefined : await findFolder(base, folder);
    if (base !== undefined && next === undefined) return { layers, issues: [missing(base)] };
  }
  return { layers, issues: [] };
}

/** A methodology that stands, by way of others, on itself. */
function circle(names: readonly string[], folder: string): Issue {
  const again = shownPath(folder);
  const path = [...names.slice(names.indexOf(again)), again].join(" → ");
  return issue("extends-circle", { file: join(names.at(-1) ?? again, MANIFEST) }, { path });
}

function missing(name: string): Issue {
  return issue("file-missing", { file: name }, { expected: MANIFEST });
}

function baseOf({ content }: JsonDocument): string | undefined {
  if (typeof content !== "object" || content === null || !("extends" in content)) return undefined;
  return typeof content.extends === "string" ? content.extends : undefined;
}

/**
 * The folder with the manifest. A base that begins with a dot lies beside `from`; any other is a
 * folder around `from` that bears the name, so that a copied country brings its own law, or else a
 * built-in methodology.
 */
async function findFolder(name: string, from?: string): Promise<string | undefined> {
  if (from !== undefined && !name.startsWith(".")) {
    const around = await findAround(name, from);
    if (around !== undefined) return around;
  }
  for (const place of candidates(name, from)) {
    if (await isFile(join(place, MANIFEST))) return realpath(place);
  }
  return undefined;
}

function candidates(name: string, from: string | undefined): readonly string[] {
  if (from !== undefined && name.startsWith(".")) return [resolve(from, name)];
  const builtIn = BUILT_IN_NAME.test(name) ? [join(builtInRoot(), ...name.split("/"))] : [];
  return from === undefined ? [...builtIn, resolve(name)] : builtIn;
}

/** The nearest folder above whose manifest bears the name. */
async function findAround(name: string, from: string): Promise<string | undefined> {
  for (let folder = dirname(from); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, MANIFEST);
    if (!(await isFile(path))) return undefined;
    const text = decodeUtf8(await readFile(path));
    if (text !== undefined && nameIn(parseJsonDocument(path, text).content) === name) return folder;
  }
  return undefined;
}

function nameIn(content: unknown): string | undefined {
  if (typeof content !== "object" || content === null) return undefined;
  return "methodology" in content ? String(content.methodology) : undefined;
}

function builtInRoot(): string {
  const require = createRequire(import.meta.url);
  return join(dirname(require.resolve("@zhanbasy/core/package.json")), "data");
}

/**
 * Documents of the folder and its subfolders, sorted; a subfolder with a manifest is another
 * methodology. Links are followed, but nothing is taken twice: `seen` holds what was taken, by
 * where it really lies. A link that leads nowhere is listed: reading it tells what is missing.
 */
async function listDocuments(folder: string, seen: Set<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    const isNamedSo = name.toLowerCase().endsWith(".json") && name !== MANIFEST;
    const target = await findTarget(path);
    if (target === undefined && isNamedSo) found.push(path);
    if (target === undefined || seen.has(target.path)) continue;
    if (target.isFolder && !(await isFile(join(path, MANIFEST)))) {
      seen.add(target.path);
      found.push(...(await listDocuments(path, seen)));
    } else if (target.isFile && isNamedSo) {
      seen.add(target.path);
      found.push(path);
    }
  }
  return found.sort();
}

type Target = { readonly path: string; readonly isFile: boolean; readonly isFolder: boolean };

/** What the path leads to, links followed; nothing when it leads nowhere. */
async function findTarget(path: string): Promise<Target | undefined> {
  try {
    const found = await stat(path);
    return {
      path: await realpath(path),
      isFile: found.isFile(),
      isFolder: found.isDirectory(),
    };
  } catch {
    return undefined;
  }
}

async function readDocument(
  path: string,
  documents: Map<string, JsonDocument>,
): Promise<JsonDocument> {
  const document = await readJsonDocument(path);
  documents.set(document.file, document);
  return document;
}
