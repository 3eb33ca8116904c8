/** Scenario documents on disk, and commands on the small city with them. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { temporaryFolder } from "./register-folder.ts";
import { type CommandRun, runWords } from "./run-words.ts";
import { smallCity } from "./small-city.ts";

type WrittenOverride = Readonly<Record<string, unknown>>;

/** The document as it is written; every override gets a reason where it has none. */
export function scenarioContent(
  scenario: string,
  overrides: readonly WrittenOverride[],
  parent?: string,
): object {
  return {
    ...{ formatVersion: 1, scenario, ...(parent === undefined ? {} : { parent }) },
    overrides: overrides.map((each) => ({ reason: "trial", ...each })),
  };
}

/** Writes the documents by name into one folder, two blanks deep; gives the folder. */
export async function scenarioFolder(documents: Readonly<Record<string, object>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(documents)) {
    await writeFile(join(folder, name), JSON.stringify(content, null, 2));
  }
  return folder;
}

/** One scenario in a file of its own; gives its path. */
export async function scenarioFile(...overrides: readonly WrittenOverride[]): Promise<string> {
  return join(await scenarioFolder({ "a.json": scenarioContent("A", overrides) }), "a.json");
}

/** A command on the private school of small-city.ts in 2026; later words win. */
export async function runOnSmallCity(
  command: string,
  ...words: readonly string[]
): Promise<CommandRun> {
  const city = ["--register", await smallCity(), "--methodology", "kz/almaty", "--year", "2026"];
  return runWords(command, ...city, ...words);
}

/** What the command printed as its one JSON object. */
export function summaryOf({ printed }: CommandRun): Readonly<Record<string, unknown>> {
  return JSON.parse(printed) as Readonly<Record<string, unknown>>;
}
