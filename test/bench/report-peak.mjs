/** Preloaded into a measured process: writes the most memory it ever held, in KiB, to file descriptor 3. */
import { writeSync } from "node:fs";
import { peakKibibytes } from "./peak-memory.mjs";

process.on("exit", () => {
  writeSync(3, String(peakKibibytes()));
});
