/** The most memory of a process that loads core only and calculates a generated city. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { buildWhatChanged } from "../../scripts/build.mjs";
import { ROOT } from "../../scripts/source-files.ts";
import { almatyLayers } from "../support/methodology-documents.ts";
import { CITY_SEED } from "./city/generate-city.ts";

export type MemoryUse = {
  /** With the law and without a city, in MiB. */
  readonly before: number;
  readonly peak: number;
  /** The total in tiyn, so that it can be compared. */
  readonly total: string;
};

const CHILD = fileURLToPath(new URL("memory-of-core.mjs", import.meta.url));
const GENERATOR = "test/bench/city/generate-city.ts";
const BUILT_CORE = join(ROOT, "packages/core/dist/index.js");

export function measureMemory(organisations: number): MemoryUse {
  if (!buildWhatChanged()) throw new Error("core could not be built");
  const folder = mkdtempSync(join(tmpdir(), "zhanbasy-bench-memory-"));
  try {
    writeFileSync(join(folder, "package.json"), `{"type":"module"}\n`);
    writeFileSync(join(folder, "documents.json"), JSON.stringify(almatyLayers()));
    const generator = writePlain(GENERATOR, folder);
    const words = [
      ...[BUILT_CORE, generator].map((path) => pathToFileURL(path).href),
      ...[join(folder, "documents.json"), String(organisations), String(CITY_SEED)],
    ];
    const run = spawnSync(process.execPath, [CHILD, ...words], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    });
    if (run.status !== 0) throw new Error("core could not calculate in a process of its own");
    return JSON.parse(run.stdout) as MemoryUse;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a module and what it imports as JavaScript into the folder; gives where it stands. */
function writePlain(path: string, folder: string): string {
  const { outputText } = ts.transpileModule(readFileSync(join(ROOT, path), "utf8"), {
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  });
  const target = join(folder, path.replace(/[.]ts$/, ".js"));
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, outputText);
  for (const [, imported = ""] of outputText.matchAll(/ from "([.][^"]+)[.]js"/g)) {
    writePlain(join(dirname(path), `${imported}.ts`), folder);
  }
  return target;
}
