/**
 * The oracle by itself: what it gives for the small methodologies is what was worked out by hand,
 * and from the documents of Kazakhstan what was published with the demonstration city.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ROOT } from "../../scripts/source-files.ts";
import { readLayers } from "../support/methodology-documents.ts";
import { calculateCity } from "./city-calculation.ts";
import { csvRows } from "./csv-rows.ts";
import { readLaw } from "./law.ts";
import type { LawDocument } from "./law-documents.ts";
import { tengeText } from "./tenge-text.ts";

const FOLDER = "test/methodologies";
const ALONE = readdirSync(`${ROOT}${FOLDER}`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${ROOT}${FOLDER}/${entry.name}/case.json`))
  .map(({ name }) => `${FOLDER}/${name}`);

describe.each(ALONE)("%s", (folder) => {
  it("has the lines that stand in its folder", () => {
    const expected = csvOf(`${folder}/expected/lines`).map((row) => [
      ...[row["bin"] ?? row["id"], row["tier"], row["budget_code"], row["method"]],
      row["amount"],
    ]);
    const { lines } = oracleOf(`${folder}/methodology`, `${folder}/register`);
    const found = [...lines].map(([name, tiyn]) => [...name.split(","), tengeText(tiyn)]);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map(String).toSorted()).toEqual(expected.map(String).toSorted());
  });
});

it("comes to the published total of the demonstration city", () => {
  const { totals } = oracleOf("packages/core/data/kz/almaty", "packages/api/demo/almaty");
  expect(totals.get("total")).toBe(43_153_953_461_652n);
});

function oracleOf(methodology: string, register: string) {
  const documents = readLayers(methodology).flatMap((layer) => layer.documents);
  const law = readLaw(
    documents.map(({ content }) => content as LawDocument),
    2026,
    "2026-12-31",
  );
  return calculateCity(law, {
    organisations: csvOf(`${register}/organisations`),
    headcounts: csvOf(`${register}/headcounts`),
    facts: csvOf(`${register}/facts`),
    estimates: csvOf(`${register}/estimates`),
    lastYear: csvOf(`${register}/last_year`),
  });
}

/** No rows where there is no such file. */
function csvOf(path: string) {
  const file = `${ROOT}${path}.csv`;
  return existsSync(file) ? csvRows(readFileSync(file, "utf8").replace("\uFEFF", "")) : [];
}
