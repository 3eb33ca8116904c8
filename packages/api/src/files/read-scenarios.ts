/**
 * Scenario documents from disk, each with the parents it stands on: a parent is named by its file,
 * from where the document that names it lies.
 */
import { realpath } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import {
  findParentName,
  type Issue,
  issue,
  parseScenario,
  type Result,
  type Scenario,
  unlessIssues,
} from "@zhanbasy/core";
import type { JsonDocument } from "./json-document.ts";
import { isFile, locateIssue, readJsonDocument, shownPath } from "./read-json-document.ts";

/** Scenarios, and where in their documents a later fault stands. */
export type LocatedScenarios = {
  /** In the order asked for. */
  readonly scenarios: Result<readonly Scenario[]>;
  /** The fault with line and column when it stands in one of the documents, else as it is. */
  readonly locate: (found: Issue) => Issue;
  /** Every document that was read, parents among them. */
  readonly files: readonly string[];
  /** Where one of the scenarios, or a parent of one, was read from. */
  readonly fileOf: (scenario: Scenario) => string | undefined;
};

/** The scenarios at these paths, or every fault of all their documents, each told once. */
export async function readScenarios(paths: readonly string[]): Promise<LocatedScenarios> {
  const reading: Reading = { documents: new Map(), scenarios: new Map(), issues: [] };
  const found: Scenario[] = [];
  for (const path of paths) {
    const scenario = await readScenario(resolve(path), [], reading);
    if (scenario !== undefined) found.push(scenario);
  }
  const locate = (each: Issue): Issue => locateIssue(each, reading.documents);
  const scenarios = unlessIssues(reading.issues.map(locate), () => found);
  const read = [...reading.scenarios];
  const fileOf = (scenario: Scenario): string | undefined =>
    read.find(([, each]) => each === scenario)?.[0];
  return { scenarios, locate, files: read.map(([file]) => file), fileOf };
}

type Reading = {
  readonly documents: Map<string, JsonDocument>;
  /** By where the document really lies; nothing for one that is at fault. */
  readonly scenarios: Map<string, Scenario | undefined>;
  readonly issues: Issue[];
};

/** `above` are the documents that stand on this one, the last of them directly. */
async function readScenario(
  path: string,
  above: readonly string[],
  reading: Reading,
): Promise<Scenario | undefined> {
  const real = (await isFile(path)) ? await realpath(path) : path;
  if (reading.scenarios.has(real)) return reading.scenarios.get(real);
  const document = await readJsonDocument(real);
  reading.documents.set(document.file, document);
  const scenario = await parseWithParent(document, [...above, real], reading);
  reading.scenarios.set(real, scenario);
  return scenario;
}

async function parseWithParent(
  document: JsonDocument,
  chain: readonly string[],
  reading: Reading,
): Promise<Scenario | undefined> {
  if (document.issues.length > 0) {
    addIssues(reading, document.issues);
    return undefined;
  }
  const parent = await readParent(document, chain, reading);
  const parsed = parseScenario(document, parent === "at-fault" ? undefined : parent);
  if (!parsed.ok) addIssues(reading, parsed.issues);
  return parsed.ok && parent !== "at-fault" ? parsed.value : undefined;
}

async function readParent(
  document: JsonDocument,
  chain: readonly string[],
  reading: Reading,
): Promise<Scenario | "at-fault" | undefined> {
  const name = findParentName(document.content);
  if (name === undefined) return undefined;
  const place = { file: document.file, path: ["parent"] };
  const path = resolve(dirname(chain.at(-1) ?? ""), name);
  if (!(await isFile(path))) {
    reading.issues.push(issue("file-missing", place, { expected: name }));
    return "at-fault";
  }
  const real = await realpath(path);
  if (chain.includes(real)) {
    const circle = [...chain.slice(chain.indexOf(real)), real].map(shownPath).join(" → ");
    reading.issues.push(issue("parent-circle", place, { path: circle }));
    return "at-fault";
  }
  return (await readScenario(real, chain, reading)) ?? "at-fault";
}

/** One by one: a document may have more faults than a call may have arguments. */
function addIssues({ issues }: Reading, found: readonly Issue[]): void {
  for (const each of found) issues.push(each);
}
