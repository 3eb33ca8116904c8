/** An override in the words of the methodology: what it is about, and its figures. */
import type { MethodologyNames, ScenarioValue } from "@zhanbasy/api/contract";
import {
  formatDate,
  formatExact,
  formatMoneyDigits,
  formatUnitText,
  type Override,
} from "@zhanbasy/core";

import type { Language } from "../../i18n/language.ts";
import { createCoreTranslate } from "../../i18n/texts.ts";

/** The words of the law that the page knows, and the units of its values. */
export type ScenarioWords = {
  readonly names: MethodologyNames;
  readonly language: Language;
  /** Units of parameters by their names; of one that is not there figures stand without a unit. */
  readonly units: ReadonlyMap<string, string>;
};

/** Which texts of the screen an override is told with. */
export type ScreenText = (key: string, variables?: Readonly<Record<string, string>>) => string;

/** What an override is about. */
export type OverrideTitle = {
  readonly title: string;
  /** Codes in words, days, an organisation; empty where there are none. */
  readonly detail: string;
};

/** The units of the parameters among the values. */
export function unitsOfValues(values: readonly ScenarioValue[]): ReadonlyMap<string, string> {
  return new Map(values.map(({ parameter, unit }) => [parameter, unit]));
}

/** What an override is about: `Расходы на образовательный процесс, Ez`, `начальный`. */
export function titleOfOverride(
  override: Override,
  words: ScenarioWords,
  text: ScreenText,
): OverrideTitle {
  const { names, language } = words;
  switch (override.kind) {
    case "parameter": {
      const { parameter, validFrom, validTo } = override;
      return {
        title: names.parameters[parameter]?.[language] ?? parameter,
        detail: joined([...codeWords(override.key, words), daysText(validFrom, validTo, text)]),
      };
    }
    case "fact":
      return {
        title: names.facts[override.fact]?.[language] ?? override.fact,
        detail: joined([
          text("scenario.edit.bin", { bin: override.organisationId }),
          ...codeWords(override.key, words),
        ]),
      };
    case "formula":
      return {
        title: names.formulas[override.formula]?.[language] ?? override.formula,
        detail: text("scenario.edit.formula"),
      };
    case "switch":
      return {
        title: names.stages[override.stage]?.[language] ?? override.stage,
        detail: text("scenario.edit.stage"),
      };
    case "envelope": {
      const { scope } = override;
      const member = scope.by === "city" ? undefined : memberName(scope.by, scope.member, words);
      return { title: text("scenario.edit.envelope"), detail: member ?? "" };
    }
  }
}

/** The unit of what an override says: `₸/ученик/год`; empty for texts and bare numbers. */
export function unitOfOverride(override: Override, words: ScenarioWords): string {
  switch (override.kind) {
    case "parameter":
      return unitText(words.units.get(override.parameter) ?? "", words);
    case "envelope":
      return unitText(words.names.currency, words);
    case "fact":
    case "formula":
    case "switch":
      return "";
  }
}

/** A value of that thing as people read it: every digit that was said. */
export function valueOfOverride(
  override: Override,
  digits: string | null,
  words: ScenarioWords,
  text: ScreenText,
): string {
  if (digits === null || digits === "") return text("scenario.edit.absent");
  switch (override.kind) {
    case "parameter":
      return figureText(digits, words.units.get(override.parameter) ?? "", words);
    case "envelope":
      return figureText(digits, words.names.currency, words);
    case "fact":
      return figureText(digits, "", words);
    case "formula":
      return digits;
    case "switch":
      return switchText(digits, text);
  }
}

/** A stage is on, off, or turned on by a condition of the law. */
function switchText(value: string, text: ScreenText): string {
  if (value === "true") return text("scenario.edit.on");
  return value === "false" ? text("scenario.edit.off") : value;
}

/** Digits of a value in a unit; money has two decimals at least. Other text stays as it is. */
export function figureText(
  digits: string,
  unit: string,
  { names, language }: Pick<ScenarioWords, "names" | "language">,
): string {
  if (!/^-?\d+(\.\d+|\/\d+)?$/.test(digits)) return digits;
  const isMoney = unit.split(/[*/]/)[0] === names.currency && !digits.includes("/");
  return isMoney ? formatMoneyDigits(digits, language) : formatExact(digits, language);
}

/** A unit in words; empty for a bare number. */
export function unitText(
  unit: string,
  { names, language }: Pick<ScenarioWords, "names" | "language">,
  digits?: string,
): string {
  const ownWord = (base: string, isOne: boolean): string | undefined =>
    names.units[base]?.[isOne ? "one" : "many"][language];
  return formatUnitText(unit, createCoreTranslate(language), digits, ownWord);
}

/** Codes of a key in words: `начальный`, `общая программа`. */
export function codeWords(
  key: ReadonlyMap<string, string>,
  { names, language }: Pick<ScenarioWords, "names" | "language">,
): readonly string[] {
  return [...key].map(([dimension, code]) => {
    const own = names.codeLists[dimension]?.[code];
    const any = Object.values(names.codeLists).find((codes) => codes[code] !== undefined)?.[code];
    return (own ?? any)?.[language] ?? code;
  });
}

/** `с 01.07.2026`, `с 01.07.2026 до 01.01.2027`; empty without days. */
export function daysText(
  from: string | null | undefined,
  to: string | null | undefined,
  text: ScreenText,
): string {
  const since = from ? text("scenario.edit.since", { date: formatDate(from) }) : "";
  const until = to ? text("scenario.edit.until", { date: formatDate(to) }) : "";
  return [since, until].filter((part) => part !== "").join(" ");
}

function memberName(by: string, member: string, { names, language }: ScenarioWords): string {
  const label = by === "budgetCode" ? names.budgetCodes[member] : names.codeLists[by]?.[member];
  return label?.[language] ?? member;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}
