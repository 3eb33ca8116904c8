import { expect, it } from "vitest";
import { DONE, printIssues, REFUSED, refuse } from "../../../packages/api/src/cli/command.ts";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import { issue } from "../../../packages/core/src/index.ts";

const FOUND = [
  issue("table-empty", { file: "a.csv" }, {}),
  issue("number-negative", { file: "b.csv", row: 2, column: "headcount" }, { value: "-1" }),
];

it("issues go to standard error, a line each, in the user's language", async () => {
  const { context, told, printed } = await captured("en");
  printIssues(FOUND, "warning", context);
  expect(printed).toEqual([]);
  const records = told.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
  expect(records).toMatchObject([
    { severity: "warning", code: "table-empty", file: "a.csv" },
    { severity: "warning", code: "number-negative", value: "-1" },
  ]);
  expect(records[1]?.["message"]).toMatch(/^The number -1 is below zero/);
});

it("a refusal tells its faults and is exit code 2", async () => {
  const { context, told } = await captured("ru");
  expect(refuse(FOUND, context)).toBe(REFUSED);
  expect(told).toHaveLength(2);
  expect(told[0]).toContain('"severity":"fault"');
  expect([DONE, REFUSED]).toEqual([0, 2]);
});

async function captured(language: "ru" | "en") {
  const told: string[] = [];
  const printed: string[] = [];
  const context = {
    ...{ language, translate: await createTranslate(language) },
    print: (text: string) => {
      printed.push(text);
    },
    printError: (text: string) => {
      told.push(text);
    },
  };
  return { context, told, printed };
}
