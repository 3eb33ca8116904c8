/**
 * The files of this repository as checks see them: paths from the root with forward slashes, in one
 * order.
 */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const NOT_OURS = new Set(["node_modules", "dist", "coverage", ".git", ".zhanbasy"]);

/** Every file under `folder`, except what tools make. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true })
    .flatMap((entry) => {
      if (NOT_OURS.has(entry.name)) return [];
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

/** The folder names in `folder`, such as the packages. */
export function foldersIn(folder: string): readonly string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_OURS.has(entry.name))
    .map((entry) => entry.name)
    .sort();
}

export function isCode(path: string): boolean {
  return /[.](?:ts|tsx|mjs)$/.test(path);
}
