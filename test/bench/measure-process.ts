/** One run of the command line in a process of its own: wall time and the most memory it held. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { ROOT } from "../../scripts/source-files.ts";

export type ProcessRun = { readonly milliseconds: number; readonly peakMebibytes: number };

const PRELOAD = ["--import", new URL("report-peak.mjs", import.meta.url).href];
const LAUNCHER = fileURLToPath(new URL("../../scripts/zhanbasy.mjs", import.meta.url));

/** Runs `zhanbasy` with these words at the root of the repository; its output goes nowhere. */
export async function measureProcess(words: readonly string[]): Promise<ProcessRun> {
  const started = performance.now();
  const child = spawn(process.execPath, [...PRELOAD, LAUNCHER, ...words], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const [peak, exit] = await Promise.all([text(peakOf(child.stdio[3])), once(child, "exit")]);
  if (exit[0] !== 0) throw new Error(`zhanbasy ${words.join(" ")} ended with ${String(exit[0])}`);
  return { milliseconds: performance.now() - started, peakMebibytes: Number(peak) / 1024 };
}

function peakOf(stream: unknown): Readable {
  if (stream instanceof Readable) return stream;
  throw new Error("the measured process has no pipe 3");
}
