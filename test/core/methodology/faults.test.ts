/** Each broken methodology in test/faults is told its one fault, where it stands. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  locateInDocument,
  parseJsonDocument,
} from "../../../packages/api/src/files/json-document.ts";
import {
  checkCoverage,
  ISSUE_FACTS,
  type Issue,
  type Place,
  parseMethodology,
} from "../../../packages/core/src/index.ts";
import { ROOT } from "../../../scripts/source-files.ts";

type MethodologyFault = {
  readonly code: string;
  /** A text stands for a document that is not even JSON. */
  readonly documents: Readonly<Record<"manifest.json" | "main.json", unknown>>;
  readonly expect: Place;
};

const FOLDER = `${ROOT}test/faults/`;
const FAULTS = methodologyFaults();

describe("a broken methodology is told its one fault where it stands", () => {
  it.each(FAULTS.map((fault) => [fault.code, fault] as const))("%s", (code, fault) => {
    const found = faultsOf(fault).map((issue) => ({ code: issue.code, place: issue.place }));
    expect(found).toEqual([{ code, place: fault.expect }]);
  });
});

it("every fixture is named after its code, and the code exists", () => {
  for (const { code } of FAULTS) expect(Object.keys(ISSUE_FACTS)).toContain(code);
});

function faultsOf({ documents }: MethodologyFault): readonly Issue[] {
  const [manifest, main] = [documents["manifest.json"], documents["main.json"]].map(
    (content, place) => {
      const text = typeof content === "string" ? content : JSON.stringify(content, undefined, 2);
      return parseJsonDocument(place === 0 ? "manifest.json" : "main.json", text);
    },
  );
  if (manifest === undefined || main === undefined) throw new Error("two documents");
  if (main.issues.length > 0) return main.issues;
  const parsed = parseMethodology([{ manifest, documents: [main] }]);
  const issues = parsed.ok ? checkCoverage(parsed.value) : parsed.issues;
  // A place inside the document can be shown by line and column.
  for (const { place } of issues) expect(locateInDocument(place, main).line).toBeGreaterThan(0);
  return issues;
}

function methodologyFaults(): readonly MethodologyFault[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const fault = JSON.parse(readFileSync(`${FOLDER}${name}`, "utf8")) as MethodologyFault;
      // A fixture with words breaks a command.
      if (!("documents" in fault) || "words" in fault) return [];
      expect(name).toBe(`${fault.code}.json`);
      return [fault];
    });
}
