/** The most memory that this process ever held. */
import { readFileSync } from "node:fs";

const PEAK = /^VmHWM:\s+(\d+) kB$/m;

/**
 * In KiB. Linux hands the peak of a parent on to the child it becomes, in what a process is told of
 * its use of resources; only `/proc` has the child's own.
 */
export function peakKibibytes() {
  return Number(PEAK.exec(statusOfProcess())?.[1] ?? process.resourceUsage().maxRSS);
}

/** Empty where there is no `/proc`. */
function statusOfProcess() {
  try {
    return readFileSync("/proc/self/status", "utf8");
  } catch {
    return "";
  }
}
