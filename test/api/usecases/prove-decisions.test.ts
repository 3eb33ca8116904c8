import { beforeAll, describe, expect, it } from "vitest";
import { decideFindings } from "../../../packages/api/src/usecases/findings.ts";
import { verifyRecords } from "../../../packages/api/src/usecases/verify-records.ts";
import { testDatabase } from "../../support/database.ts";
import { LOST, lookAt, waiveLost } from "../../support/kept-issue.ts";
import { type ProvedIssue, proveIssue } from "../../support/proved-issue.ts";

const pools = testDatabase();
let proved: ProvedIssue;

beforeAll(async () => {
  proved = await proveIssue(pools);
});

const NOBODY_ELSE = "AND $1::text IS NOT NULL";

describe("it is found when somebody changes after the issue", () => {
  it("the clause of a ground", async () => {
    const put = (next: string) =>
      `UPDATE grounds SET clause = '${next}' WHERE subject LIKE 'override rate %' ${NOBODY_ELSE}`;
    expect(
      await proved.differencesAfter({ table: "grounds", change: put("п. 9"), back: put("п. 2") }),
    ).toEqual(["ground"]);
  });

  it("for which value a ground was entered", async () => {
    const put = (from: string, to: string) =>
      `UPDATE grounds SET subject = replace(subject, '${from}', '${to}') WHERE true ${NOBODY_ELSE}`;
    expect(
      await proved.differencesAfter({
        ...{ table: "grounds", change: put(" 1100", " 1200"), back: put(" 1200", " 1100") },
      }),
    ).toEqual(["ground"]);
  });

  it("who confirmed a ground", async () => {
    const { colleague, approver } = proved.kept;
    const by = ({ personId }: typeof approver) =>
      `UPDATE ground_confirmations SET confirmed_by = '${personId}'
       WHERE ground_id = (SELECT id FROM grounds WHERE subject LIKE 'override rate %') ${NOBODY_ELSE}`;
    expect(
      await proved.differencesAfter({
        ...{ table: "ground_confirmations", change: by(approver), back: by(colleague) },
      }),
    ).toEqual(["ground"]);
  });

  it("why a finding may stand", async () => {
    const put = (reason: string) =>
      `UPDATE finding_decisions SET reason = '${reason}' WHERE finding = '${LOST}' ${NOBODY_ELSE}`;
    expect(
      await proved.differencesAfter({
        table: "finding_decisions",
        ...{ change: put("так надо"), back: put("закрыта по решению маслихата") },
      }),
    ).toEqual(["finding"]);
  });
});

it("a waiver that was withdrawn after the issue differs from nothing", async () => {
  const { kept, issueId } = proved;
  const draft = await kept.newDraft();
  await decideFindings(kept.context, await lookAt(kept, draft), {
    ...{ actor: kept.approver, findings: [LOST], kind: "waiver-withdrawn", owner: undefined },
    reason: "",
  });
  const proof = await verifyRecords(kept.context.store, issueId);
  await waiveLost(kept, draft);
  expect(proof?.issues.map(({ differences }) => differences)).toEqual([[]]);
});
