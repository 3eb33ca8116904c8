/** JSON documents of people, from disk: methodologies and scenarios. */
import { readFile, stat } from "node:fs/promises";
import { basename, relative } from "node:path";
import { fail, type Issue, issue, ok, type Result } from "@zhanbasy/core";
import { type JsonDocument, locateInDocument, parseJsonDocument } from "./json-document.ts";

const DOCUMENT_BYTES_LIMIT = 16 * 1024 * 1024;

/** The document; one that cannot be read has no content and the issue that says why. */
export async function readJsonDocument(path: string): Promise<JsonDocument> {
  const file = shownPath(path);
  const text = await readText(path, file);
  if (text.ok) return parseJsonDocument(file, text.value);
  return { file, text: "", content: undefined, tree: undefined, issues: text.issues };
}

/** The issue with line and column where it stands in one of the documents, else as it is. */
export function locateIssue(found: Issue, documents: ReadonlyMap<string, JsonDocument>): Issue {
  const document = documents.get(found.place.file ?? "");
  if (document === undefined || found.place.line !== undefined) return found;
  return { ...found, place: locateInDocument(found.place, document) };
}

async function readText(path: string, file: string): Promise<Result<string>> {
  if (!(await isFile(path))) {
    return fail(issue("file-missing", { file }, { expected: basename(path) }));
  }
  if ((await stat(path)).size > DOCUMENT_BYTES_LIMIT) {
    return fail(issue("file-too-large", { file }, { limit: `${DOCUMENT_BYTES_LIMIT}` }));
  }
  const text = decodeUtf8(await readFile(path));
  if (text !== undefined) return ok(text);
  return fail(issue("file-unreadable", { file }, { reason: "not-utf-8" }));
}

/** JSON is UTF-8; letters of another encoding would come out as other letters. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Whether a file stands there, links followed. */
export async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** As the user would write it: from where they stand when it lies below, otherwise whole. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.startsWith("..") ? path : fromHere;
}
