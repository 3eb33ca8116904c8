/**
 * A real spreadsheet between two clipboards: what was copied is opened by LibreOffice without a
 * screen, a figure is changed, and what it would put on its clipboard is read back.
 */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/** Forms of a table that LibreOffice reads and writes. */
export type OfficeForm = "html" | "tsv" | "fods";

/** Opens and writes tables; one start of the program for each conversion. */
export type Office = {
  readonly convert: (content: string, from: OfficeForm, to: OfficeForm) => Promise<string>;
  readonly close: () => Promise<void>;
};

const PROGRAMS = ["soffice", "libreoffice"];
const PATIENCE_MS = 60_000;
/** The tab, quotes, UTF-8, from the first row; on the way out cells as they are shown. */
const TABBED = "9,34,76,1";
const READERS: Readonly<Record<OfficeForm, readonly string[]>> = {
  html: ["--infilter=HTML (StarCalc)"],
  tsv: [`--infilter=Text - txt - csv (StarCalc):${TABBED}`],
  fods: [],
};
const WRITERS: Readonly<Record<OfficeForm, string>> = {
  html: "html:HTML (StarCalc)",
  tsv: `tsv:Text - txt - csv (StarCalc):${TABBED},,0,false,true`,
  fods: "fods",
};

/** The program with a profile of its own; undefined where it is not installed. */
export async function openOffice(): Promise<Office | undefined> {
  const program = findProgram();
  if (program === undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-office-"));
  const profile = pathToFileURL(join(folder, "profile")).href;
  const words = ["--headless", "--norestore", `-env:UserInstallation=${profile}`];
  return {
    convert: async (content, from, to) => {
      const written = join(folder, `table.${from}`);
      const out = join(folder, "out");
      await writeFile(written, content);
      const given = [...READERS[from], "--convert-to", WRITERS[to], "--outdir", out, written];
      await promisify(execFile)(program, [...words, ...given], { timeout: PATIENCE_MS });
      return readFile(join(out, `table.${to}`), "utf8");
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

function findProgram(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  return PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}
