import { beforeAll, expect, it } from "vitest";
import type { NewFindingDecision } from "../../../packages/api/src/usecases/publication-ports.ts";
import { auditEntry } from "../../support/audit-entry.ts";
import { testDatabase } from "../../support/database.ts";
import { type KeptSchool, keepSchool } from "../../support/kept-school.ts";
import { keepPerson } from "../../support/signed-in.ts";

const { pool } = testDatabase();
let school: KeptSchool;
let author: string;

beforeAll(async () => {
  school = await keepSchool(pool);
  author = await keepPerson(pool, "editor");
});

function decision(day: number, change: Partial<NewFindingDecision>): NewFindingDecision {
  return {
    ...{ id: crypto.randomUUID(), registerHash: school.run.registerHash, finding: "amount-jump a" },
    ...{ kind: "waiver", owner: undefined, reason: "норматив вырос", author },
    madeAt: new Date(`2026-11-${day} 10:00:00Z`),
    ...change,
  };
}

it("of each kind of decision the last one holds", async () => {
  const { findings } = school.store;
  const stateOf = async () =>
    (await findings.statesOf(school.run.registerHash)).get("amount-jump a");
  expect(await stateOf()).toBeUndefined();
  const decisions = [
    decision(12, { kind: "owner", owner: author, reason: "" }),
    decision(11, {}),
    decision(11, { finding: "amount-jump b", reason: "слияние" }),
  ];
  await findings.save(decisions, auditEntry({ action: "finding-decided" }));
  expect(await stateOf()).toEqual({
    owner: { id: author, name: "editor" },
    waiver: {
      ...{ reason: "норматив вырос", author: { id: author, name: "editor" } },
      madeAt: "2026-11-11T10:00:00.000Z",
    },
  });
  const withdrawn = decision(13, { kind: "waiver-withdrawn", reason: "" });
  await findings.save([withdrawn], auditEntry());
  expect(await stateOf()).toEqual({ owner: { id: author, name: "editor" }, waiver: null });
  await findings.save([decision(14, { kind: "owner", reason: "" })], auditEntry());
  expect(await stateOf()).toEqual({ owner: null, waiver: null });
  const states = await findings.statesOf(school.run.registerHash);
  expect(states.get("amount-jump b")?.waiver?.reason).toBe("слияние");
  const all = await findings.decisionsOf(school.run.registerHash);
  expect(all.map(({ finding, kind, owner }) => [finding, kind, owner])).toEqual(
    expect.arrayContaining([
      ["amount-jump a", "owner", author],
      ["amount-jump a", "waiver", null],
      ["amount-jump a", "waiver-withdrawn", null],
    ]),
  );
  expect(all).toHaveLength(5);
});

it("decisions of another register are not told", async () => {
  expect((await school.store.findings.statesOf("0".repeat(64))).size).toBe(0);
});
