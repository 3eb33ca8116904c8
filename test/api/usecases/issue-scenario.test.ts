import { beforeAll, describe, expect, it } from "vitest";
import { issueScenario } from "../../../packages/api/src/usecases/issue-scenario.ts";
import { testDatabase } from "../../support/database.ts";
import {
  approve,
  groundAll,
  type KeptIssue,
  keepActor,
  keepIssue,
  LOST,
  waiveLost,
} from "../../support/kept-issue.ts";

const { pool } = testDatabase();
let kept: KeptIssue;

beforeAll(async () => {
  kept = await keepIssue(pool);
  await waiveLost(kept, await kept.newDraft());
});

type Issuing = ReturnType<typeof issueScenario>;

/** Issues as the approver, unless another person is named. */
function issue(
  scenarioId: string,
  kind: "preliminary" | "official",
  actor = kept.approver,
): Issuing {
  return issueScenario(kept.context, { scenarioId, actor, kind });
}

async function publicationOf(issuing: Issuing) {
  const issued = await issuing;
  if (issued.kind !== "issued") throw new Error(`not issued: ${issued.kind}`);
  return issued.publication;
}

/** Why it was refused: the codes of the reasons, or the kind of the refusal. */
async function refusalOf(issuing: Issuing): Promise<readonly string[]> {
  const issued = await issuing;
  return issued.kind === "gate" ? issued.reasons.map(({ code }) => code) : [issued.kind];
}

async function stateOf(scenarioId: string) {
  return (await kept.context.store.scenarios.find(scenarioId))?.state;
}

async function approved(...change: Parameters<KeptIssue["newDraft"]>): Promise<string> {
  const scenarioId = await kept.newDraft(...change);
  await approve(kept, scenarioId);
  return scenarioId;
}

describe("an approved scenario", () => {
  it("is issued with a number and a seal, and takes the place of the issue before", async () => {
    const { store } = kept.context;
    const first = await approved();
    const one = await publicationOf(issue(first, "preliminary"));
    expect(one).toMatchObject({
      ...{ number: 1, kind: "preliminary", supersedes: null, supersededBy: null },
      ...{ budgetYear: 2026, totalTiyn: "8000550", issuedBy: { id: kept.approver.personId } },
    });
    expect(one.seal).toMatch(/^[\da-f]{64}$/);
    expect(await stateOf(first)).toBe("issued");
    const second = await approved({ rate: "1100" });
    const two = await publicationOf(issue(second, "preliminary"));
    expect(two).toMatchObject({ number: 2, supersedes: one.id, totalTiyn: "8800550" });
    expect([await stateOf(first), await stateOf(second)]).toEqual(["superseded", "issued"]);
    expect((await store.publications.find(one.id))?.supersededBy).toBe(two.id);
    const { items } = await store.audit.list({ limit: 3, after: undefined }, undefined);
    expect(items.map(({ action, facts }) => [action, facts["number"]])).toEqual([
      ["scenario-issued", "2"],
      ["scenario-superseded", "2"],
      ["scenario-approved", undefined],
    ]);
  });

  it("goes out as it was submitted: the run of the submission is the run of the issue", async () => {
    const scenarioId = await approved({ rate: "1200" });
    const { runId, revision } = await publicationOf(issue(scenarioId, "preliminary"));
    const detail = await kept.context.store.scenarios.findDetail(scenarioId);
    const submission = detail?.steps.find(({ to }) => to === "submitted");
    expect([submission?.runId, submission?.revision]).toEqual([runId, revision]);
  });

  it("is issued once, with the next number each, however many issue at the same time", async () => {
    const { store } = kept.context;
    const before = (await store.publications.findStanding(2026))[0]?.number ?? 0;
    const scenarios = [];
    for (const rate of ["1301", "1302", "1303"]) scenarios.push(await approved({ rate }));
    const outcomes = await Promise.all(
      [...scenarios, ...scenarios].map((each) => issue(each, "preliminary")),
    );
    const numbers = outcomes.flatMap((each) =>
      each.kind === "issued" ? [each.publication.number] : [],
    );
    expect(numbers.toSorted((left, right) => left - right)).toEqual([
      before + 1,
      before + 2,
      before + 3,
    ]);
    expect(outcomes.filter(({ kind }) => kind === "gate")).toHaveLength(3);
    const states = await Promise.all(scenarios.map(stateOf));
    expect(states.filter((each) => each === "issued")).toHaveLength(1);
    expect(states.filter((each) => each === "superseded")).toHaveLength(2);
  });
});

describe("an official issue", () => {
  it("is refused with every value that has no act, and made once each has one", async () => {
    const scenarioId = await approved({ rate: "1400" });
    const refusal = await issue(scenarioId, "official");
    if (refusal.kind !== "gate") throw new Error("it was not refused");
    const weak = refusal.reasons.flatMap((each) =>
      each.code === "value-weak" ? [each.value.subject] : [],
    );
    expect(weak).toHaveLength(refusal.reasons.length);
    expect(weak).toEqual([
      expect.stringMatching(/^line school [\da-f]{64}$/),
      "override rate 2026-01-01/2027-01-01 1400",
    ]);
    expect(await stateOf(scenarioId)).toBe("approved");
    await groundAll(kept, scenarioId);
    const issued = await publicationOf(issue(scenarioId, "official"));
    const sealed = await kept.context.store.publications.findSealed(issued.id);
    expect(sealed?.grounds.map(({ ground }) => ground?.confirmedBy?.id)).toEqual([
      kept.colleague.personId,
      kept.colleague.personId,
    ]);
    expect(sealed?.findings[0]).toMatchObject({
      id: LOST,
      waiver: { author: { id: kept.approver.personId } },
    });
  });

  it("may follow the preliminary one of the same scenario, which it supersedes", async () => {
    const scenarioId = await approved({ rate: "1500" });
    const one = await publicationOf(issue(scenarioId, "preliminary"));
    expect(await refusalOf(issue(scenarioId, "preliminary"))).toEqual(["state"]);
    await groundAll(kept, scenarioId);
    const two = await publicationOf(issue(scenarioId, "official"));
    expect([two.supersedes, two.runId, await stateOf(scenarioId)]).toEqual([
      ...[one.id, one.runId, "issued"],
    ]);
    expect(await refusalOf(issue(scenarioId, "official"))).toEqual(["state"]);
  });

  it("is not made by who has proposed one of its values", async () => {
    const scenarioId = await approved({ rate: "1600" });
    await groundAll(kept, scenarioId);
    // Somebody who edited before becoming an approver.
    const author = { ...kept.editor, role: "approver" } as const;
    expect(await refusalOf(issue(scenarioId, "official", author))).toEqual(["own-override"]);
    expect((await issue(scenarioId, "preliminary", author)).kind).toBe("issued");
  });
});

it("a preliminary issue leaves the official one standing; the next official takes both", async () => {
  const { publications } = kept.context.store;
  const issued = async (rate: string, kind: "preliminary" | "official") => {
    const scenarioId = await approved({ rate });
    if (kind === "official") await groundAll(kept, scenarioId);
    return publicationOf(issue(scenarioId, kind));
  };
  const official = await issued("1701", "official");
  const one = await issued("1702", "preliminary");
  expect(one.supersedes).toBeNull();
  const two = await issued("1703", "preliminary");
  expect(two.supersedes).toBe(one.id);
  expect(await Promise.all([official, one, two].map(stateOfIssue))).toEqual([
    ...["issued", "superseded", "issued"],
  ]);
  expect((await publications.findCurrent())?.id).toBe(official.id);
  const last = await issued("1704", "official");
  expect(await Promise.all([official, one, two, last].map(stateOfIssue))).toEqual([
    ...["superseded", "superseded", "superseded", "issued"],
  ]);
  expect((await publications.find(official.id))?.supersededBy).toBe(last.id);
});

function stateOfIssue({ scenarioId }: { readonly scenarioId: string }) {
  return stateOf(scenarioId);
}

describe("issuing", () => {
  it("is refused over a deficit, which kept nobody from submitting and approving", async () => {
    const scenarioId = await approved({ envelope: "80000" });
    expect(await issue(scenarioId, "preliminary")).toMatchObject({
      kind: "gate",
      reasons: [{ code: "deficit", scope: "", amount: 550n }],
    });
  });

  it("is refused while nobody has approved, and to those who may not", async () => {
    const scenarioId = await kept.newDraft();
    const [auditor, editor] = [await keepActor(pool, "auditor", "Аудитор"), kept.editor];
    expect(await refusalOf(issue(scenarioId, "preliminary"))).toEqual(["state"]);
    expect(await refusalOf(issue(scenarioId, "preliminary", editor))).toEqual(["no-right"]);
    expect(await refusalOf(issue(scenarioId, "official", auditor))).toEqual(["no-right"]);
    expect(await refusalOf(issue(crypto.randomUUID(), "official"))).toEqual(["unknown"]);
  });
});
