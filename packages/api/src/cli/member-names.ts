/** What members of a city are called in the reader's language; a code without a name stays. */
import {
  CITYWIDE,
  type Methodology,
  namesOf,
  type RegisterSnapshot,
  type Scope,
} from "@zhanbasy/core";
import { type By, comparedBy } from "./by-words.ts";
import type { CommandContext } from "./command.ts";
import { upperFirst } from "./upper-first.ts";

export type MemberNames = {
  /** The member of a row by its codes, which are those of `memberColumns`. */
  readonly nameOf: (by: By, member: readonly string[]) => string;
  /** The name of an organisation; empty text is a line of the whole city. */
  readonly organisation: (id: string) => string;
  /** A code of a code list or of an attribute, where the methodology has a word for it. */
  readonly code: (codeList: string, code: string) => string;
  /** Whose money a sum is. */
  readonly scope: (scope: Scope) => string;
};

/** An organisation that several registers know is called as the first of them says. */
export function memberNames(
  methodology: Methodology,
  registers: readonly RegisterSnapshot[],
  { language, translate }: CommandContext,
): MemberNames {
  const names = namesOf(methodology);
  const own = new Map<string, string>();
  for (const { id, nameRu, nameKk } of registers.flatMap(({ organisations }) => organisations)) {
    if (!own.has(id)) own.set(id, language === "kk" ? nameKk : nameRu);
  }
  const organisation = (id: string): string =>
    id === "" ? translate("answer.citywide") : (own.get(id) ?? id);
  const code = (list: string, text: string): string =>
    names.labelOfCode(list, text)?.[language] ?? text;
  const district = (text: string): string =>
    text === CITYWIDE ? translate("answer.citywide") : code("district", text);
  const programme = (text: string): string => methodology.budgetCodes.get(text)?.[language] ?? text;
  const nameOf = (by: By, member: readonly string[]): string => {
    const [first = "", tier = "", _budgetCode, method = ""] = member;
    switch (comparedBy(by)) {
      case "organisation":
        return organisation(first);
      case "tier":
        return upperFirst(code("tier", first));
      case "district":
        return district(first);
      case "budgetCode":
        return programme(first);
      case "line":
        return `${organisation(first)}, ${code("tier", tier)}, ${translate(`method.${method}`)}`;
    }
  };
  return {
    ...{ nameOf, organisation, code },
    scope: (scope) => {
      switch (scope.by) {
        case "city":
          return translate("answer.city");
        case "organisation":
          return organisation(scope.member);
        case "tier":
          return code("tier", scope.member);
        case "district":
          return district(scope.member);
        case "budgetCode":
          return programme(scope.member);
      }
    },
  };
}
