import { beforeAll, describe, expect, it } from "vitest";
import { proveRun } from "../../../packages/api/src/usecases/prove-run.ts";
import { testDatabase } from "../../support/database.ts";
import { type ProvedIssue, proveIssue } from "../../support/proved-issue.ts";

const pools = testDatabase();
let proved: ProvedIssue;

beforeAll(async () => {
  proved = await proveIssue(pools);
});

const RUN = "(SELECT run_id FROM publications WHERE id = $1)";

describe("it is found when somebody changes of a run", () => {
  it.each([
    { column: "line_labels", kind: "labels", from: "school (ru)", to: "другое" },
    { column: "weak", kind: "weak", from: " 1100", to: " 1101" },
  ])("its $column", async ({ column, kind, from, to }) => {
    const put = (old: string, next: string) =>
      `UPDATE calculation_runs SET ${column} = replace(${column}::text, '${old}', '${next}')::json
       WHERE id = ${RUN}`;
    expect(
      await proved.differencesAfter({
        ...{ table: "calculation_runs", change: put(from, to), back: put(to, from) },
      }),
    ).toEqual([kind]);
  });

  it("the list of what was assumed", async () => {
    const put = (list: string) =>
      `UPDATE calculation_runs SET assumed = '${list}' WHERE id = ${RUN}`;
    expect(
      await proved.differencesAfter({
        ...{ table: "calculation_runs", change: put('[{"parameter":"rate"}]'), back: put("[]") },
      }),
    ).toEqual(["assumed"]);
  });

  it("its total, which the revision and the seal tell, too", async () => {
    const add = (tiyn: number) =>
      `UPDATE calculation_runs SET total_tiyn = total_tiyn + ${tiyn} WHERE id = ${RUN}`;
    expect(
      await proved.differencesAfter({
        ...{ table: "calculation_runs", change: add(1), back: add(-1) },
      }),
    ).toEqual(["total", "revision", "seal"]);
  });

  it.each([
    { column: "cases", value: `'[{"formula":"norm","case":"other"}]'` },
    { column: "headcount", value: "'41'" },
  ])("the $column of a line", async ({ column, value }) => {
    const put = (next: string) =>
      `UPDATE allocation_lines SET ${column} = ${next}
       WHERE run_id = ${RUN} AND organisation_id = 'a'`;
    expect(
      await proved.differencesAfter({
        ...{ table: "allocation_lines", change: put(value), back: put("NULL") },
      }),
    ).toEqual(["lines"]);
  });
});

it("a run that nobody has kept gives no result", async () => {
  const id = crypto.randomUUID();
  expect(await proveRun(proved.kept.context.store, id)).toEqual([{ kind: "result", detail: id }]);
});
