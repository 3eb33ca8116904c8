/** The ways of adding up, by their words on the command line. */
import { COMPARED_COLUMNS, type ComparedBy, type IdScheme, idColumnsOf } from "@zhanbasy/core";

/** The first is taken when nothing is asked. */
export const BY = ["organisation", "line", "tier", "district", "programme"] as const;
export type By = (typeof BY)[number];

/** What the word means: a programme is what a budget code pays for. */
export function comparedBy(by: By): Exclude<ComparedBy, "city"> {
  return by === "programme" ? "budgetCode" : by;
}

/** The codes of a member, then its name; an organisation's code is called as the scheme does. */
export function memberColumns(by: By, scheme: IdScheme): readonly string[] {
  const own = idColumnsOf(scheme).own;
  const codes = COMPARED_COLUMNS[comparedBy(by)];
  return [...codes.map((name) => (name === "organisation" ? own : name)), "name"];
}
