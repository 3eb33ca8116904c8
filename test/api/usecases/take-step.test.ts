import { beforeAll, describe, expect, it } from "vitest";
import { saveScenarioBatch } from "../../../packages/api/src/usecases/save-scenario-batch.ts";
import { type StepRequest, takeStep } from "../../../packages/api/src/usecases/take-step.ts";
import { ENGINE_VERSION, hashOf } from "../../../packages/core/src/index.ts";
import { testDatabase } from "../../support/database.ts";
import {
  approve,
  type KeptIssue,
  keepActor,
  keepIssue,
  waiveLost,
} from "../../support/kept-issue.ts";
import { rateOf } from "../../support/kept-scenarios.ts";

const { pool } = testDatabase();
let kept: KeptIssue;

beforeAll(async () => {
  kept = await keepIssue(pool);
  await waiveLost(kept, await kept.newDraft());
});

type Asked = Omit<StepRequest, "reason" | "scenarioId"> & { readonly reason?: string };

function step(scenarioId: string, { reason = "", ...asked }: Asked) {
  return takeStep(kept.context, { scenarioId, reason, ...asked });
}

async function refusalOf(taken: ReturnType<typeof takeStep>): Promise<readonly string[]> {
  const outcome = await taken;
  return outcome.kind === "gate" ? outcome.reasons.map(({ code }) => code) : [outcome.kind];
}

async function detailOf(scenarioId: string) {
  const detail = await kept.context.store.scenarios.findDetail(scenarioId);
  if (detail === undefined) throw new Error("no such scenario");
  return detail;
}

describe("a submission", () => {
  it("keeps the run with every line, and the step with who took it", async () => {
    const { context, editor, newDraft } = kept;
    const scenarioId = await newDraft({ rate: "1100" });
    expect((await step(scenarioId, { actor: editor, to: "submitted" })).kind).toBe("taken");
    const { state, steps, resultHash } = await detailOf(scenarioId);
    expect([state, steps]).toMatchObject([
      "submitted",
      [{ from: "draft", to: "submitted", revision: 2, author: { id: editor.personId } }],
    ]);
    const run = await context.store.runs.find(steps[0]?.runId ?? "");
    expect(run).toMatchObject({
      resultHash,
      lineCount: 3,
      scenario: { id: scenarioId, revision: 2 },
    });
    const subject = `scenario ${scenarioId}`;
    const { items } = await context.store.audit.list({ limit: 1, after: undefined }, subject);
    expect(items).toMatchObject([
      { action: "scenario-submitted", facts: { revision: "2", run: run?.id, result: resultHash } },
    ]);
  });

  it("is refused without reasons, and leaves nothing behind", async () => {
    const { editor, newDraft } = kept;
    const scenarioId = await newDraft({ rate: "1100", reason: "" });
    const taken = await step(scenarioId, { actor: editor, to: "submitted" });
    expect(taken).toMatchObject({
      kind: "gate",
      reasons: [{ code: "reason-missing", cell: "parameter rate" }],
    });
    expect(await detailOf(scenarioId)).toMatchObject({ state: "draft", steps: [] });
  });

  it("is not kept back by a deficit", async () => {
    const scenarioId = await kept.newDraft({ envelope: "1" });
    expect((await step(scenarioId, { actor: kept.editor, to: "submitted" })).kind).toBe("taken");
  });

  it("ends the editing: what was submitted stays as it is", async () => {
    const { context, editor, newDraft } = kept;
    const scenarioId = await newDraft();
    await step(scenarioId, { actor: editor, to: "submitted" });
    const outcome = await saveScenarioBatch(context, {
      ...{ scenarioId, actor: editor, batchId: crypto.randomUUID(), baseRevision: 1 },
      ...{ engineVersion: ENGINE_VERSION, resultHash: undefined },
      edits: [{ override: rateOf("900") }],
    });
    expect(outcome.kind).toBe("scenario-not-draft");
  });

  it("of one and the same scenario is taken once", async () => {
    const { editor, colleague, newDraft } = kept;
    const scenarioId = await newDraft();
    const outcomes = await Promise.all(
      [editor, colleague].map((actor) => step(scenarioId, { actor, to: "submitted" })),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(["gate", "taken"]);
    expect((await detailOf(scenarioId)).steps).toHaveLength(1);
  });
});

describe("an approval", () => {
  it("is by another person than who submitted", async () => {
    const { editor, approver, newDraft } = kept;
    const scenarioId = await newDraft();
    await step(scenarioId, { actor: editor, to: "submitted" });
    const promoted = { ...editor, role: "approver" } as const;
    expect(await refusalOf(step(scenarioId, { actor: promoted, to: "approved" }))).toEqual([
      "own-submission",
    ]);
    expect((await step(scenarioId, { actor: approver, to: "approved" })).kind).toBe("taken");
    expect((await detailOf(scenarioId)).state).toBe("approved");
  });

  it("is of what was submitted", async () => {
    const scenarioId = await kept.newDraft();
    const approval = { actor: kept.approver, to: "approved" } as const;
    expect(await refusalOf(step(scenarioId, approval))).toEqual(["state"]);
  });
});

describe("giving back", () => {
  it("takes a reason, from whoever approves at any time", async () => {
    const { approver, newDraft } = kept;
    const scenarioId = await newDraft();
    await approve(kept, scenarioId);
    const back = { actor: approver, to: "draft" } as const;
    expect(await refusalOf(step(scenarioId, { ...back, reason: "  " }))).toEqual([
      "reason-required",
    ]);
    expect((await step(scenarioId, { ...back, reason: "сверить контингент" })).kind).toBe("taken");
    const { state, steps } = await detailOf(scenarioId);
    expect([state, steps.at(-1)?.reason]).toEqual(["draft", "сверить контингент"]);
    const subject = `scenario ${scenarioId}`;
    const { items } = await kept.context.store.audit.list({ limit: 1, after: undefined }, subject);
    expect(items).toMatchObject([
      { action: "scenario-returned", facts: { reason: hashOf("сверить контингент") } },
    ]);
  });

  it("is for who submitted until it is approved, and for no other editor", async () => {
    const { editor, colleague, approver, newDraft } = kept;
    const scenarioId = await newDraft();
    await step(scenarioId, { actor: editor, to: "submitted" });
    const back = { to: "draft", reason: "ошибка" } as const;
    expect(await refusalOf(step(scenarioId, { ...back, actor: colleague }))).toEqual(["no-right"]);
    expect((await step(scenarioId, { ...back, actor: editor })).kind).toBe("taken");
    await step(scenarioId, { actor: editor, to: "submitted" });
    await step(scenarioId, { actor: approver, to: "approved" });
    expect(await refusalOf(step(scenarioId, { ...back, actor: editor }))).toEqual(["no-right"]);
  });

  it("is judged once nobody else moves the scenario: another may have submitted it since", async () => {
    const { context, editor, colleague, approver, newDraft } = kept;
    const scenarioId = await newDraft();
    const back = { to: "draft", reason: "ошибка" } as const;
    await step(scenarioId, { actor: editor, to: "submitted" });
    const { store } = context;
    const together: typeof store.together = async (work) => {
      await step(scenarioId, { ...back, actor: approver });
      await step(scenarioId, { actor: colleague, to: "submitted" });
      return store.together(work);
    };
    const late = { ...context, store: { ...store, together } };
    expect(await takeStep(late, { ...back, scenarioId, actor: editor })).toEqual({
      kind: "no-right",
    });
    expect((await detailOf(scenarioId)).state).toBe("submitted");
  });
});

it("an editor submits and an approver approves; nobody else does either", async () => {
  const scenarioId = await kept.newDraft();
  const auditor = await keepActor(pool, "auditor", "Аудитор");
  for (const actor of [auditor, kept.approver]) {
    expect(await refusalOf(step(scenarioId, { actor, to: "submitted" }))).toEqual(["no-right"]);
  }
  await step(scenarioId, { actor: kept.editor, to: "submitted" });
  for (const actor of [auditor, kept.colleague]) {
    expect(await refusalOf(step(scenarioId, { actor, to: "approved" }))).toEqual(["no-right"]);
  }
  const unknown = step(crypto.randomUUID(), { actor: kept.editor, to: "submitted" });
  expect(await refusalOf(unknown)).toEqual(["unknown"]);
});
