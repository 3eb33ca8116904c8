export { forPeople, groupAlike } from "./alike-nodes.ts";
export { describeFinding } from "./describe-finding.ts";
export { describeIssue, targetText } from "./describe-issue.ts";
export {
  formatDate,
  formatDigits,
  formatExact,
  formatMoneyDigits,
  formatUnitText,
} from "./format-figure.ts";
export { type FormulaWord, formulaWords } from "./formula-words.ts";
export { type Names, namesOf } from "./names.ts";
export { titleOf } from "./node-title.ts";
export { describeSource, figureTexts, ruleTexts, valueGroundTexts } from "./trace-ground.ts";
export {
  casesTexts,
  caseText,
  changeText,
  fillValues,
  keyText,
  roundingTexts,
  shownValue,
  type TraceReader,
  toldTexts,
} from "./trace-words.ts";
export type { Translate } from "./translate.ts";
