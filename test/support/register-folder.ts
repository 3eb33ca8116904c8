/** Register folders on disk: the small register with files replaced, removed or added. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { SMALL_REGISTER } from "./small-register.ts";
import { type WorkbookSheets, workbookBytes } from "./workbook.ts";

/**
 * Lines of a CSV, bytes as they are, sheets of a workbook, or nothing for a file that is not there.
 */
export type FolderFile =
  | readonly string[]
  | Uint8Array
  | { readonly sheets: WorkbookSheets }
  | null;

/** A folder that is removed when the test has ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function registerFolder(files: Readonly<Record<string, FolderFile>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, file] of Object.entries({ ...SMALL_REGISTER, ...files })) {
    if (file !== null) await writeFile(join(folder, name), contentOf(file));
  }
  return folder;
}

function contentOf(file: Exclude<FolderFile, null>): Uint8Array | string {
  if (file instanceof Uint8Array) return file;
  return "sheets" in file ? workbookBytes(file.sheets) : `${file.join("\n")}\n`;
}
