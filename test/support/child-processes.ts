/** The processes around a test, as Linux shows them. */
import { readdirSync, readFileSync } from "node:fs";

/** The ids of the children of this process whose command names this file. */
export function childrenRunning(file: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((id) => parentOf(id) === process.pid && read(`/proc/${id}/cmdline`).includes(file))
    .map(Number);
}

function parentOf(id: string): number {
  const afterName = read(`/proc/${id}/stat`).split(") ").at(-1) ?? "";
  return Number(afterName.split(" ")[1]);
}

/** Empty when the process has just ended. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
