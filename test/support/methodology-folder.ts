/** Methodology folders on disk, from documents as objects or as text. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./register-folder.ts";
import { schoolLayers } from "./school-methodology.ts";

export type Documents = Readonly<Record<string, string | object>>;

/** Writes documents by their path below a temporary folder; objects are laid out two blanks deep. */
export async function methodologyFolder(documents: Documents): Promise<string> {
  const folder = await temporaryFolder();
  for (const [path, document] of Object.entries(documents)) {
    const text = typeof document === "string" ? document : JSON.stringify(document, null, 2);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** The documents of the small methodology of school-methodology.ts, below a folder. */
export function schoolDocuments(folder = "."): Documents {
  return Object.fromEntries(
    schoolLayers().flatMap(({ manifest, documents }) =>
      [manifest, ...documents].map(({ file, content }) => [join(folder, file), content as object]),
    ),
  );
}

export function manifestOf(methodology: string, base?: string): object {
  return {
    ...{ formatVersion: 1, methodology, label: { ru: "-", kk: "-", en: "-" }, years: [2026] },
    ...(base === undefined ? {} : { extends: base }),
  };
}
