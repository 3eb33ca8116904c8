import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readRegisterFolder } from "../../../packages/api/src/files/read-register-folder.ts";
import {
  findOrganisationsWithoutRows,
  type RegisterSnapshot,
} from "../../../packages/core/src/index.ts";
import { getValue } from "../../support/get-value.ts";
import { briefly, faultsOf, snapshotOf } from "../../support/raw-tables.ts";
import { type FolderFile, registerFolder, temporaryFolder } from "../../support/register-folder.ts";
import { registerRules } from "../../support/register-rules.ts";
import { SCHOOL, SMALL_REGISTER, SMALL_SHEET } from "../../support/small-register.ts";
import { encodeWindows1251 } from "../../support/windows-1251.ts";
import { withoutSources } from "../../support/without-sources.ts";
import { workbookBytes } from "../../support/workbook.ts";

const WORKBOOK = { sheets: { Реестр: SMALL_SHEET } };
describe("a register folder", () => {
  it("is read from four files, of which two may be absent", async () => {
    const { estimates, lastYear } = snapshotOf(await read({ "estimates.csv": null }));
    expect([estimates.length, lastYear.length]).toEqual([0, 1]);
  });

  it("says the same whether its organisations stand in a file or in a workbook", async () => {
    const files = { "organisations.csv": null, "register.xlsx": WORKBOOK };
    expect(withoutSources(snapshotOf(await read(files)))).toEqual(
      withoutSources(snapshotOf(await read({}))),
    );
  });

  it("takes the file when there is a workbook too", async () => {
    const snapshot = snapshotOf(await read({ "register.xlsx": WORKBOOK }));
    expect(snapshot.organisations[0]?.source.file).toBe("organisations.csv");
  });

  it("says the same in windows-1251 with semicolons, decimal commas and shuffled columns", async () => {
    const files = new Map(
      Object.entries(SMALL_REGISTER).map(([name, lines]) => [name, oldForm(lines)]),
    );
    const snapshot = snapshotOf(await read(Object.fromEntries(files)));
    const expected = snapshotOf(await read({}));
    // The code page has no letters for some Kazakh names.
    const names = { nameKk: "" };
    const plain = (each: RegisterSnapshot) => ({
      ...withoutSources(each),
      organisations: withoutSources(each).organisations.map((row) => ({ ...row, ...names })),
    });
    expect(plain(snapshot)).toEqual(plain(expected));
  });

  it("may hold packed files under either name", async () => {
    const bytes = gzipSync((SMALL_REGISTER["headcounts.csv"] ?? []).join("\n"));
    for (const files of [
      { "headcounts.csv": bytes },
      { "headcounts.csv": null, "headcounts.csv.gz": bytes },
    ]) {
      expect(snapshotOf(await read(files)).headcounts).toHaveLength(2);
    }
  });

  it("says the same when every file is packed", async () => {
    const packed: Record<string, FolderFile> = {};
    for (const [name, lines] of Object.entries(SMALL_REGISTER)) {
      packed[name] = null;
      packed[`${name}.gz`] = gzipSync(lines.join("\n"));
    }
    const snapshot = snapshotOf(await read(packed));
    expect(withoutSources(snapshot)).toEqual(withoutSources(snapshotOf(await read({}))));
    expect(snapshot.headcounts[0]?.source.file).toBe("headcounts.csv.gz");
  });
});

describe("the file of organisations", () => {
  const lines = SMALL_REGISTER["organisations.csv"] ?? [];
  it.each([
    ["as wide as the table", "Итого,,,,,,,380,,,,,,"],
    ["of one cell", "Всего по городу: 2"],
    ["below a number", "3,Итого на 01.09.2026: 2,,,,,,380,,,,,,"],
  ])("may end in a total %s", async (_how, total) => {
    const snapshot = snapshotOf(await read({ "organisations.csv": [...lines, total] }));
    expect(snapshot.organisations).toHaveLength(2);
  });

  it("may have a name like a total", async () => {
    const named = lines.map((line) => line.replace("Школа № 1", "Итого"));
    const snapshot = snapshotOf(await read({ "organisations.csv": named }));
    expect(snapshot.organisations.map(({ nameRu }) => nameRu)).toContain("Итого");
  });

  it("has no total when the methodology has no word for one", async () => {
    const folder = await registerFolder({ "organisations.csv": [...lines, "Итого"] });
    const result = await readRegisterFolder({ folder }, registerRules({ workbook: undefined }));
    expect(faultsOf(result)).toEqual(["row-width 4"]);
  });

  it("alone may have totals", async () => {
    const headcounts = [...(SMALL_REGISTER["headcounts.csv"] ?? []), "Итого"];
    expect(faultsOf(await read({ "headcounts.csv": headcounts }))).toEqual(["row-width 4"]);
  });
});

describe("a register folder is refused", () => {
  it.each(["organisations.csv", "headcounts.csv", "estimates.csv", "last_year.csv"])(
    "when %s is there packed and unpacked, be they the same",
    async (name) => {
      const packed = gzipSync((SMALL_REGISTER[name] ?? []).join("\n"));
      const result = await read({ [`${name}.gz`]: packed });
      expect(result.ok ? [] : result.issues).toEqual([
        { code: "file-twice", place: { file: name }, facts: { other: `${name}.gz` } },
      ]);
    },
  );

  it.each([
    ["is cut short", gzipSync("bin,measure\n").subarray(0, 20), "file-unreadable"],
    ["unpacks to more than may be read", gzipSync("x".repeat(3_000)), "file-too-large"],
    ["unpacks to line breaks", gzipSync("\n".repeat(1_900)), "table-too-large"],
  ])("when a packed file %s", async (_what, bytes, code) => {
    const folder = await registerFolder({ "headcounts.csv": null, "headcounts.csv.gz": bytes });
    const result = await readRegisterFolder({ folder, sizeLimit: 2_000 }, registerRules());
    expect(faultsOf(result)).toEqual([code]);
  });

  it.each([
    ["is not there", "нет"],
    ["is a file", "organisations.csv"],
    ["leads through a file", "organisations.csv/нет"],
  ])("when its path %s", async (_what, path) => {
    const folder = join(await registerFolder({}), path);
    const result = await readRegisterFolder({ folder }, registerRules());
    expect(result.ok ? [] : result.issues).toEqual([
      { code: "folder-missing", place: {}, facts: { value: folder } },
    ]);
  });

  it("when files are not there, with the folder and the names that would do", async () => {
    const folder = await temporaryFolder();
    const result = await readRegisterFolder({ folder }, registerRules());
    const place = { file: folder };
    expect(result.ok ? [] : result.issues).toEqual([
      { code: "file-missing", place, facts: { expected: "organisations.csv | register.xlsx" } },
      { code: "file-missing", place, facts: { expected: "headcounts.csv | facts.csv" } },
    ]);
  });

  it.each([
    ["headcounts", "headcounts.csv"],
    ["facts", "facts.csv"],
  ])("without the one table that its %s are read from", async (source, expected) => {
    const { facts, ...rest } = registerRules();
    const rules = { ...rest, facts: facts.filter((fact) => fact.source === source) };
    const other = expected === "facts.csv" ? "headcounts.csv" : "facts.csv";
    const folder = await registerFolder({ [expected]: null, [other]: null });
    const result = await readRegisterFolder({ folder }, rules);
    expect(result.ok ? [] : result.issues).toEqual([
      { code: "file-missing", place: { file: folder }, facts: { expected } },
    ]);
  });

  it("when its path cannot be a path", async () => {
    const result = await readRegisterFolder({ folder: "x".repeat(5000) }, registerRules());
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: "file-unreadable", facts: { reason: "ENAMETOOLONG" } },
    ]);
  });

  it("when a folder stands in the place of a file", async () => {
    const folder = await registerFolder({ "headcounts.csv": null });
    await mkdir(join(folder, "headcounts.csv"));
    const result = await readRegisterFolder({ folder }, registerRules());
    expect(result.ok ? [] : result.issues).toMatchObject([
      { code: "file-unreadable", place: { file: "headcounts.csv" }, facts: { reason: "EISDIR" } },
    ]);
  });

  it("when it has a workbook only and the methodology does not say how to read one", async () => {
    const files = { "organisations.csv": null, "register.xlsx": WORKBOOK };
    const folder = await registerFolder(files);
    const result = await readRegisterFolder({ folder }, registerRules({ workbook: undefined }));
    expect(result.ok ? [] : result.issues.map(({ facts }) => facts)).toEqual([
      { expected: "organisations.csv" },
    ]);
  });

  it("with the faults of form and of content of all files at once", async () => {
    const [header = "", school = "", kindergarten = ""] = SMALL_REGISTER["organisations.csv"] ?? [];
    const [counts = "", ofSchool = "", ofKindergarten = ""] =
      SMALL_REGISTER["headcounts.csv"] ?? [];
    const files = {
      "organisations.csv": [header, school.replace("Школа", '"Школа" им.'), `${kindergarten},x`],
      "headcounts.csv": [counts, ofSchool.replace("174", "-174"), ofKindergarten, "1,2"],
      "estimates.csv": new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
    };
    // Nobody on a row that could not be read is called unknown.
    expect(faultsOf(await read(files))).toEqual([
      "quote-broken 2",
      "row-width 3",
      "row-width 4",
      "file-unreadable",
      "number-negative 2 headcount",
    ]);
  });
});

describe("a workbook of a register", () => {
  it("warns of formulas and names sheet, row and header of a fault", async () => {
    const rows = SMALL_SHEET.map((row) =>
      row.map((cell) => {
        if (cell === "260") return { formula: "130*2", value: 260 };
        return cell === 120 ? "много" : cell;
      }),
    );
    const files = { "organisations.csv": null, "register.xlsx": { sheets: { Реестр: rows } } };
    const result = await read(files);
    expect(result.ok ? [] : result.issues).toMatchObject([
      {
        code: "number-malformed",
        place: { file: "register.xlsx", sheet: "Реестр", row: 7, column: "I (Проектная мощность)" },
      },
    ]);
  });

  it("gives the saved value of a formula", async () => {
    const rows = SMALL_SHEET.map((row) =>
      row.map((cell) => (cell === "260" ? { formula: "130*2", value: 260 } : cell)),
    );
    const files = { "organisations.csv": null, "register.xlsx": { sheets: { Реестр: rows } } };
    const { snapshot, warnings } = getValue(await read(files));
    expect(briefly(warnings)).toEqual(["formula-cell 6 I (Проектная мощность)"]);
    expect(snapshot.organisations[1]?.attributes.get("design_capacity")).toBe("260");
  });
});

describe("a cell of a workbook merged down", () => {
  const merged = (word: string) => {
    const rows = SMALL_SHEET.map((cells, at) => {
      if (at === 5) return cells.with(1, word);
      return at === 6 ? cells.with(1, "") : cells;
    });
    const bytes = workbookBytes({ Реестр: rows }, { merges: { Реестр: ["B6:B7"] } });
    return read({ "organisations.csv": null, "register.xlsx": bytes });
  };

  it("is the word of all its rows", async () => {
    const { organisations } = snapshotOf(await merged("Медеуский район"));
    expect(organisations.map(({ attributes }) => attributes.get("district"))).toEqual([
      ...["medeu", "medeu"],
    ]);
  });

  it("is told once when its word is unknown", async () => {
    expect(faultsOf(await merged("Чужой район"))).toEqual(["word-unknown 6 B (Район)"]);
  });
});

async function read(files: Readonly<Record<string, FolderFile>>) {
  return readRegisterFolder({ folder: await registerFolder(files) }, registerRules());
}

/** Columns reversed, semicolons, decimal commas, days before months, old line ends and letters. */
function oldForm(lines: readonly string[]): Uint8Array {
  const rows = lines.map((line) => {
    const cells = line
      .split(",")
      .map((cell) =>
        cell.replace(/^(\d+)\.(\d\d)$/, "$1,$2").replace(/^(\d{4})-(\d\d)-(\d\d)$/, "$3.$2.$1"),
      );
    return cells
      .reverse()
      .map((cell) => (cell.includes(";") ? `"${cell}"` : cell))
      .join(";");
  });
  return encodeWindows1251(rows.join("\r\n"));
}

describe("what is counted", () => {
  it("may be facts alone, packed or not", async () => {
    const lines = [
      "organisation,fact,period,key,value",
      `${SCHOOL},secondary.meals,2026,primary,"12,5"`,
    ];
    const packed = gzipSync(`${lines.join("\n")}\n`);
    for (const files of [{ "facts.csv": lines }, { "facts.csv.gz": packed }]) {
      const folder = await registerFolder({ "headcounts.csv": null, ...files });
      const { snapshot } = getValue(await readRegisterFolder({ folder }, registerRules()));
      expect(snapshot.headcounts).toEqual([]);
      expect(snapshot.facts).toMatchObject([{ fact: "secondary.meals", value: "12.5" }]);
    }
  });

  it("may be nothing, where a methodology asks attributes alone", async () => {
    const folder = await registerFolder({ "headcounts.csv": null });
    const rules = registerRules({ facts: [] });
    const { snapshot } = getValue(await readRegisterFolder({ folder }, rules));
    expect(snapshot.organisations).toHaveLength(2);
    expect(findOrganisationsWithoutRows(snapshot, rules, 2026)).toEqual([]);
  });
});
