/**
 * The product as its users start it, once for all journeys: `npm start` with a data folder of its
 * own and a free port. One that does not start fails the run.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../scripts/source-files.ts";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be extended here.
  export interface ProvidedContext {
    /** Where the product serves: `http://localhost:41234`. */
    readonly productAddress: string;
  }
}

/** Starts the product with the demonstration city and stops it after the last journey. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = join(tmpdir(), `zhanbasy-journeys-${process.pid}`);
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o755);
  const { DATABASE_URL: _elsewhere, ...surroundings } = process.env;
  const product = spawn(process.execPath, [`${ROOT}scripts/start.mjs`], {
    env: { ...surroundings, PORT: "0", ZHANBASY_DATA: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  provide("productAddress", await addressOf(product));
  return async () => {
    product.kill("SIGINT");
    if (product.exitCode === null) await once(product, "exit");
    await rm(folder, { recursive: true, force: true });
  };
}

/** The line that the product prints when it is ready; what else it says is told if it never is. */
async function addressOf({ stdout, stderr }: ChildProcess): Promise<string> {
  let said = "";
  stderr?.on("data", (chunk) => {
    said += String(chunk);
  });
  let printed = "";
  for await (const chunk of stdout ?? []) {
    printed += String(chunk);
    const address = /http:\/\/localhost:\d+/.exec(printed);
    if (address !== null && printed.includes("\n")) return address[0];
  }
  throw new Error(`The product did not start: ${said}`);
}
