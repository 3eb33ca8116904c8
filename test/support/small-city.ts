/**
 * The private school of the demonstration's worked examples as a register of its own, for the law of kz/almaty:
 * 290,778,940.67 tenge by the formula, and 100.50 tenge citywide by estimate.
 */
import { type FolderFile, registerFolder } from "./register-folder.ts";

export const PRIVATE_SCHOOL = "690240744430";
export const PRIVATE_LINE = "secondary/04.2.360.204/formula";
export const PRIVATE_AMOUNT = "290778940.67";

const COUNTS = { "2026-01-01": [174, 105, 15], "2026-09-05": [181, 107, 15] };
const LEVELS = ["primary", "basic", "general_secondary"];

const FILES: Readonly<Record<string, FolderFile>> = {
  "organisations.csv": [
    "bin,name_ru,name_kk,district_code,organisation_type,ownership,location,design_capacity,build_kind,commissioned_on,languages,opened_on,closed_on,successor_bin",
    `${PRIVATE_SCHOOL},Школа № 1,№ 1 мектеп,alatau,general_school,private,urban,260,new,2018-11-01,kk;ru,2018-11-01,,`,
  ],
  "headcounts.csv": [
    "bin,measure,period,tier,level_or_group,programme,child_category,headcount",
    ...Object.entries(COUNTS).flatMap(([period, counts]) =>
      counts.flatMap((count, place) =>
        ["enrolled", "contracted"].map((measure) =>
          [
            PRIVATE_SCHOOL,
            measure,
            period,
            "secondary",
            LEVELS[place],
            "general,general",
            count,
          ].join(),
        ),
      ),
    ),
    ...["2026-01-01", "2026-09-05"].map(
      (period) => `${PRIVATE_SCHOOL},enrolled,${period},special_needs,secondary,inclusive,speech,0`,
    ),
  ],
  "last_year.csv": [
    "bin,tier,budget_code,method,child_months,amount",
    `${PRIVATE_SCHOOL},secondary,04.2.360.204,formula,3452,277704867.33`,
  ],
};

export function smallCity(files: Readonly<Record<string, FolderFile>> = {}): Promise<string> {
  return registerFolder({ ...FILES, ...files });
}
