/**
 * The page: files of one folder, listed once, so that no address can lead out of it.
 *
 * Files under `assets` bear the hash of their content in their name and never change. An address
 * without a dot belongs to the page itself and shows it.
 */
import { readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { sendPacked } from "./answers.ts";
import type { ApiRequest } from "./api-context.ts";
import { createKeptAnswers, type PackedText, packBytes } from "./kept-answers.ts";
import { refuse } from "./problem.ts";

const INDEX = "index.html";
const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** What a page may load: only what comes from the same server. */
export const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join("; ");

/** Serves the files of the folder; a page that was not built is refused. */
export function servePage(folder: string): (request: ApiRequest) => Promise<Response> {
  const files = listFiles(folder);
  const kept = createKeptAnswers();
  const read = (file: string): Promise<PackedText | undefined> =>
    kept(file, async () => packBytes(await readFile(join(folder, file)), typeOf(file)));
  return async (request) => {
    if (!files.has(INDEX)) return refuse(request, "page-missing");
    const asked = request.req.path.slice(1);
    const file = files.has(asked) ? asked : INDEX;
    if (file === INDEX && asked !== INDEX && asked.includes(".")) {
      return refuse(request, "not-found");
    }
    const content = await read(file);
    if (content === undefined) return refuse(request, "not-found");
    return sendPacked(request, content, headersOf(file));
  };
}

function listFiles(folder: string): ReadonlySet<string> {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true) return new Set();
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return new Set(files.map((name) => name.split(sep).join("/")));
}

function typeOf(file: string): string {
  return TYPES[extname(file)] ?? "application/octet-stream";
}

function headersOf(file: string): Readonly<Record<string, string>> {
  const isHashed = file.startsWith("assets/");
  return {
    "cache-control": isHashed ? "public, max-age=31536000, immutable" : "no-cache",
    ...(file.endsWith(".html") ? { "content-security-policy": PAGE_POLICY } : {}),
  };
}
