import { beforeAll, describe, expect, it } from "vitest";
import { verifyCommand } from "../../../packages/api/src/cli/verify-command.ts";
import { createTranslate, LANGUAGES } from "../../../packages/api/src/create-translate.ts";
import { issueScenario } from "../../../packages/api/src/usecases/issue-scenario.ts";
import { ISSUE_DIFFERENCES } from "../../../packages/api/src/usecases/verify-records.ts";
import { testDatabase } from "../../support/database.ts";
import { approve, keepIssue, waiveLost } from "../../support/kept-issue.ts";
import { tamper } from "../../support/tamper.ts";

const { url, pool, ownerPool } = testDatabase();
const blank = testDatabase("blank");
let issueId: string;

beforeAll(async () => {
  const kept = await keepIssue(pool);
  const scenarioId = await kept.newDraft({ rate: "1100" });
  await waiveLost(kept, scenarioId);
  await approve(kept, scenarioId);
  const { context, approver: actor } = kept;
  const outcome = await issueScenario(context, { scenarioId, actor, kind: "preliminary" });
  if (outcome.kind !== "issued") throw new Error("not issued");
  issueId = outcome.publication.id;
});

/** No product keeps its data there. */
const NOWHERE = "/nowhere/at/all";

type Written = Parameters<typeof verifyCommand>[0];

async function verify(
  written: Written = {},
  {
    language = "ru",
    env = { DATABASE_URL: url },
  }: { language?: "ru" | "kk" | "en"; env?: object } = {},
) {
  const printed = { out: "", error: "" };
  const context = {
    ...{ language, translate: await createTranslate(language) },
    print: (text: string) => {
      printed.out += text;
    },
    printError: (text: string) => {
      printed.error += text;
    },
  };
  const surroundings = { env: { ...env }, folder: "/", home: NOWHERE, isRoot: false };
  const code = await verifyCommand({ language, ...written }, context, surroundings);
  return { code, ...printed };
}

/** One line of what was refused. */
function faultOf(line: string) {
  return JSON.parse(line) as {
    readonly code: string;
    readonly facts: Readonly<Record<string, string>>;
  };
}

it.each(LANGUAGES)("every difference has its sentence in %s", async (language) => {
  const translate = await createTranslate(language);
  const sentences = ISSUE_DIFFERENCES.map((kind) =>
    translate(`verify.difference.${kind}`, { detail: "4f0c" }),
  );
  expect(sentences.filter((each) => !/^\p{L}.*4f0c.*\.$/u.test(each))).toEqual([]);
  expect(new Set(sentences).size).toBe(ISSUE_DIFFERENCES.length);
});

const CHANGE = (tiyn: number) =>
  `UPDATE allocation_lines SET amount_tiyn = amount_tiyn + ${tiyn} WHERE organisation_id = 'a'`;

describe("what nobody has touched", () => {
  it("is proved in words of every language, with exit code 0", async () => {
    for (const language of LANGUAGES) {
      const { code, out, error } = await verify({}, { language });
      expect([code, error]).toEqual([0, ""]);
      expect(out).toMatch(/^[^{}]+\.\n$/);
      expect(out.split("\n")).toHaveLength(4);
    }
    expect((await verify()).out).toContain("Выпуск № 1 за 2026 год (предварительный): всё сошлось");
  });

  it("is one document for programs, also of one issue alone", async () => {
    const { code, out } = await verify({ json: true, issue: issueId });
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      {
        ...{ isSound: true, journal: { brokenAt: null }, missing: [] },
        issues: [{ id: issueId, number: 1, differences: [] }],
      },
    ]);
  });
});

it("what was changed is told, with exit code 1", async () => {
  const table = "allocation_lines";
  await tamper(ownerPool, { table, statement: CHANGE(100) });
  const [words, document] = [await verify(), await verify({ json: true })];
  await tamper(ownerPool, { table, statement: CHANGE(-100) });
  expect([words.code, document.code]).toEqual([1, 1]);
  expect(words.out).toContain("есть расхождения");
  expect(words.out).toMatch(/Сохранённая строка не та, что при пересчёте: a secondary/);
  expect(JSON.parse(document.out)).toMatchObject({ isSound: false });
  expect((await verify()).code).toBe(0);
});

describe("it is refused, with exit code 2,", () => {
  it("without an address and with an issue that is no name of one, both at once", async () => {
    const { code, error } = await verify({ issue: "7" }, { env: {} });
    expect(code).toBe(2);
    const faults = error.trim().split("\n").map(faultOf);
    expect(faults.map((each) => [each.code, each.facts["option"]])).toEqual([
      ["option-missing", "DATABASE_URL"],
      ["option-malformed", "--issue"],
    ]);
  });

  it("when nobody has made the issue", async () => {
    const { code, error } = await verify({ issue: crypto.randomUUID() });
    expect([code, faultOf(error).code]).toEqual([2, "option-malformed"]);
  });

  it("when the database is not ours yet, or no address can be read", async () => {
    const empty = await verify({}, { env: { DATABASE_URL: blank.url } });
    const unread = await verify({}, { env: { DATABASE_URL: "mysql://x" } });
    expect([empty.code, unread.code]).toEqual([2, 2]);
    expect(empty.error).toMatch(/DATABASE_MIGRATE_URL/);
    expect(unread.error).toMatch(/DATABASE_URL/);
  });
});
