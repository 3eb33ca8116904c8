/** What one more and one fewer are worth, and thresholds, as texts; and models to ask. */
import {
  type CalculationPlan,
  type ChangedRule,
  type Cliff,
  type CountedRow,
  columnsOfRegister,
  formatRatio,
  formatTenge,
  type MarginalStep,
  type MarginalTable,
  type Model,
  openModel,
  type RegisterSnapshot,
  type StagedAmount,
} from "../../packages/core/src/index.ts";
import { getValue } from "./get-value.ts";

export function openedModel(plan: CalculationPlan, register: RegisterSnapshot): Model {
  return getValue(openModel(plan, columnsOfRegister(plan, register)));
}

/** `pupils january,primary 10`, or `pupils primary 10;30` of the whole year. */
export function rowText({ fact, key, cells }: CountedRow): string {
  const codes = key.map(({ code }) => code).join();
  const counts = cells.map(({ count }) => formatRatio(count)).join(";");
  return [fact.id, codes, counts].filter((text) => text !== "").join(" ");
}

/** One text a row: `pupils january,primary 10: +1000.00 (school), -1000.00 (school)`. */
export function marginalTexts({ rows }: MarginalTable): readonly string[] {
  return rows.map(({ row, more, fewer }) => {
    return `${rowText(row)}: ${stepText(more)}, ${stepText(fewer)}`;
  });
}

/** Of the organisation and of the city; where stages change it, before and after them. */
function stepText(step: MarginalStep): string {
  switch (step.kind) {
    case "nobody":
      return "nobody";
    case "refused":
      return step.issues.map(({ code }) => code).join();
    case "effect": {
      const { organisation, city, lines } = step;
      const [own, all] = [amountText(organisation), amountText(city)];
      const names = lines.map(({ line }) => line.id).join();
      return `${own === all ? own : `${own} of ${all}`} (${names})`;
    }
  }
}

/** `-5.00`, or `-5.00 → 0.00` where the stages change it. */
export function amountText({ beforeStages, afterStages }: StagedAmount): string {
  const [before, after] = [formatTenge(beforeStages), formatTenge(afterStages)];
  return before === after ? before : `${before} → ${after}`;
}

/** `19 → 20: 5.00, 100.00, 5.00`: the pupil before, the one who crosses, the one after; rules. */
export function cliffTexts(cliffs: readonly Cliff[]): readonly string[] {
  return cliffs.map(({ counts, before, crossing, after, rules }) => {
    const texts = [counts.map(({ from }) => from), counts.map(({ to }) => to)];
    const moved = texts.map((each) => each.map(formatRatio).join(";")).join(" → ");
    const worth = [before, crossing, after].map((each) => (each ? amountText(each) : "none"));
    return `${moved}: ${worth.join(", ")} by ${rules.map(ruleText).join(" and ")}`;
  });
}

/** `min in formula amount: pupils.all → capacity`. */
export function ruleText(rule: ChangedRule): string {
  const moved = [rule.from, rule.to].map(String).join(" → ");
  switch (rule.kind) {
    case "choice": {
      const codes = rule.keys.map((key) => key.map(({ code }) => code).join("/")).join();
      const where = codes === "" ? "" : ` [${codes}]`;
      return `${rule.choice} in ${rule.owner.kind} ${rule.owner.id}${where}: ${moved}`;
    }
    case "line":
      return `line ${rule.line.id}: ${moved}`;
    case "stage":
      return `stage ${rule.stage.id} on ${rule.line.id}: ${moved}`;
  }
}
