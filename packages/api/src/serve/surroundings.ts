/** What a process of ours finds around it. */
import { fileURLToPath } from "node:url";
import type { Surroundings } from "../settings.ts";

const HOME = fileURLToPath(new URL("../../../..", import.meta.url));

/** The surroundings of the running process. */
export function surroundingsOf(own: NodeJS.Process): Surroundings {
  return { env: own.env, folder: own.cwd(), home: HOME, isRoot: own.getuid?.() === 0 };
}
