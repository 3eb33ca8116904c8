/** Reasons of a gate as the reader is told them, each with what leads to its cure. */
import {
  describeFinding,
  formatDigits,
  formatTenge,
  type Language,
  type Methodology,
  namesOf,
  type Translate,
  targetText,
} from "@zhanbasy/core";
import type { Obstacle, WeakValue } from "../contract.ts";
import type { GateReason } from "./scenario-gate.ts";

/** Whose words are used, and in which language. */
export type ObstacleReader = {
  readonly translate: Translate;
  readonly language: Language;
  readonly methodology: Methodology;
};

/** In the order of the reasons. */
export function describeObstacles(
  reasons: readonly GateReason[],
  reader: ObstacleReader,
): readonly Obstacle[] {
  return reasons.map((reason) => describeReason(reason, reader));
}

function describeReason(reason: GateReason, reader: ObstacleReader): Obstacle {
  const { translate, language } = reader;
  const { code } = reason;
  switch (reason.code) {
    case "reason-missing": {
      const facts = { cell: reason.cell };
      const cell = targetText(reason.cell, translate);
      return { code, facts, message: translate("gate.reason-missing", { cell }) };
    }
    case "finding-blocking": {
      const { id, organisationId, nameRu, nameKk } = reason.finding;
      const name = language === "kk" ? nameKk : nameRu;
      const facts = { finding: id, organisation: organisationId, name };
      return { code, facts, message: describeFinding(reason.finding, translate, language) };
    }
    case "deficit": {
      const facts = { scope: reason.scope, amount: formatTenge(reason.amount) };
      const amount = formatDigits(facts.amount, language);
      const scope = scopeText(reason.scope, reader);
      const key = reason.scope === "" ? "gate.deficit" : "gate.deficit-scope";
      return { code, facts, message: translate(key, { amount, scope }) };
    }
    case "value-weak": {
      const { subject, name, value, status } = reason.value;
      const words = {
        name: valueName(reason.value, reader),
        value: valueText(reason.value, reader),
        status: translate(`status.${status}`),
      };
      return {
        code,
        facts: { subject, name, value },
        message: translate("gate.value-weak", words),
      };
    }
    case "own-override": {
      const { cell, scenario } = reason;
      const words = { cell: targetText(cell, translate), scenario };
      return { code, facts: { cell, scenario }, message: translate("gate.own-override", words) };
    }
    case "own-submission":
    case "envelope-missing":
      return { code, facts: {}, message: translate(`gate.${code}`) };
    case "state": {
      const { state, expected } = reason;
      const isArchived = state === "archived";
      const message = isArchived
        ? translate("gate.archived")
        : translate("gate.state", {
            state: translate(`scenarioState.${state}`),
            expected: translate(`scenarioState.${expected}`),
          });
      return { code, facts: { state, expected }, message };
    }
  }
}

/** `tier=secondary` by what it is called. */
function scopeText(scope: string, { language, methodology }: ObstacleReader): string {
  const [by = "", member = ""] = scope.split("=");
  const { labelOfCode } = namesOf(methodology);
  const label = by === "budgetCode" ? methodology.budgetCodes.get(member) : labelOfCode(by, member);
  return label?.[language] ?? member;
}

/** `Базовый норматив (начальные классы)`. */
function valueName({ label, name, key }: WeakValue, reader: ObstacleReader): string {
  const { language, methodology } = reader;
  const { labelOfCode } = namesOf(methodology);
  const codes = key.map(({ dimension, code }) => {
    const label = dimension === "budget_code" ? methodology.budgetCodes.get(code) : undefined;
    return (label ?? labelOfCode(dimension, code))?.[language] ?? code;
  });
  const called = name === "envelope" ? reader.translate("kind.envelope-city") : undefined;
  const title = called ?? label?.[language] ?? name;
  return codes.length === 0 ? title : `${title} (${codes.join(", ")})`;
}

const PLAIN = /^-?\d+(?:\.\d+)?$/;
const LONGEST_TEXT = 120;

/** Digits as people read them; long texts of rules are cut. */
function valueText({ value }: WeakValue, { language }: ObstacleReader): string {
  if (PLAIN.test(value)) return formatDigits(value, language);
  return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
}
