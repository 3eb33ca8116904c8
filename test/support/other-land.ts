/**
 * A methodology of another land and a register of its own: codes for ids, groups without a list,
 * heads in facts.csv and nothing else. A third of a tenge is paid for each head.
 */
import { methodologyFolder } from "./methodology-folder.ts";
import { registerFolder } from "./register-folder.ts";

/** The one line, of organisations in the group North West. */
export const OTHER_LINE = "schools/SCH-1/formula";

const LABEL = { ru: "Фонд", kk: "Қор", en: "Fund" };

/** The folders of the methodology and of the register; S-1 has 10.5 heads and 3.50 tenge. */
export async function otherLand(): Promise<readonly [methodology: string, register: string]> {
  const methodology = await methodologyFolder({
    "manifest.json": { formatVersion: 1, methodology: "land", label: LABEL, years: [2026] },
    "land.json": {
      formatVersion: 1,
      codeLists: [codeList("tier", "schools"), codeList("level", "primary")],
      attributes: [{ attribute: "region", label: LABEL, type: "group", column: "region" }],
      facts: [
        { fact: "heads", label: LABEL, unit: "pupil", source: "facts", dimensions: ["level"] },
      ],
      budgetCodes: [{ budgetCode: "SCH-1", label: LABEL }],
      lines: [
        {
          ...{ line: "fund", label: LABEL, tier: "schools", budgetCode: "SCH-1" },
          ...{ method: "formula", when: "region = 'North West'", rounding: "half-up" },
          ...{ amount: "sum(over level: heads[level]) * 1 KZT / 3 pupil", status: "assumed" },
        },
      ],
    },
  });
  const register = await registerFolder({
    ...{ "headcounts.csv": null, "estimates.csv": null, "last_year.csv": null },
    "organisations.csv": ["id,name,region", "S-1,Hill School,North West", "S-2,,South"],
    "facts.csv": ["organisation,fact,period,key,value", 'S-1,heads,2026,primary,"10,5"'],
  });
  return [methodology, register];
}

function codeList(name: string, code: string) {
  return { codeList: name, label: LABEL, codes: [{ code, label: LABEL }] };
}
