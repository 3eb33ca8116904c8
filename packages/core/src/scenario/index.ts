export type { AmountChanges, ChangeGroup, OrganisationChange } from "./amount-changes.ts";
export { type AppliedScenario, applyScenario } from "./apply-scenario.ts";
export {
  type AttributedChange,
  type AttributedLine,
  type Attribution,
  type AttributionOptions,
  attributeChange,
} from "./attribute-change.ts";
export { type AttributedCause, keyOfCause } from "./causes.ts";
export {
  CHANGE_BOUNDS,
  type ChangeBin,
  distributeChanges,
  type FilledBin,
  isInBin,
} from "./change-distribution.ts";
export { type ChangePart, type ChangeSummary, summariseChange } from "./change-summary.ts";
export type { RuleOwner } from "./cliff-owners.ts";
export type {
  ChangedChoice,
  ChangedPresence,
  ChangedRule,
  ChangedStage,
  ChoiceKind,
} from "./cliff-rules.ts";
export { type Cliff, type CliffTable, findCliffs } from "./cliffs.ts";
export {
  type AmountChange,
  COMPARED_COLUMNS,
  type ComparedBy,
  type ComparedRow,
  type Comparison,
  changeOfRow,
  compareRuns,
  type SidePair,
} from "./compare-runs.ts";
export { type ComparedLine, type ComparedSide, sideOfRun } from "./compare-sides.ts";
export {
  type LineChange,
  type LineFigures,
  type LineSplit,
  type SplitTotals,
  splitCountAndRate,
  sumSplits,
  WHOLE_REASONS,
  type WholeReason,
} from "./count-and-rate.ts";
export type { PopulationRow } from "./coverage.ts";
export { type EquityQuestion, equityOf } from "./equity.ts";
export {
  EQUITY_ABSENCES,
  EQUITY_FIGURES,
  type EquityAbsence,
  type EquityFigure,
  type EquityFigureId,
  type EquityMember,
  type EquityValue,
} from "./equity-figure.ts";
export {
  FINDING_SEVERITIES,
  type FindingCode,
  findingsOf,
  type RegisterFinding,
} from "./findings.ts";
export { findIdleOverrides, type IdleOverride } from "./idle-overrides.ts";
export { IDLE_REASONS, type IdleReason } from "./idle-reasons.ts";
export { lastYearOf } from "./last-year.ts";
export { joinSuccessors, type Successions, successionsOf } from "./last-year-successors.ts";
export type { Lever, TiedValue } from "./lever.ts";
export type { AskedCell, CellKey, CountedCell, CountedRow } from "./marginal-cells.ts";
export type { LineMoney, StagedAmount } from "./marginal-measures.ts";
export {
  type MarginalEffect,
  type MarginalRow,
  type MarginalStep,
  type MarginalTable,
  marginalPupils,
} from "./marginal-pupils.ts";
export {
  type MergeChoice,
  type MergeConflict,
  type MergedScenarios,
  mergeScenarios,
} from "./merge-scenarios.ts";
export type { CausesBy } from "./mixed-inputs.ts";
export { effectsOf, type ScenarioEffects } from "./override-effects.ts";
export { factChangesOf } from "./override-facts.ts";
export type { StandingValue } from "./override-standing.ts";
export { cellOf, contentOf, isSameThing, targetOf } from "./override-target.ts";
export { findParentName, parseScenario } from "./parse-scenario.ts";
export { type RebasedScenario, rebaseScenario } from "./rebase-scenario.ts";
export {
  type CalculationInputs,
  type EnvelopeOverride,
  type FactOverride,
  type FormulaOverride,
  type Override,
  overridesOf,
  type ParameterOverride,
  type ParameterTarget,
  SCOPE_KINDS,
  type Scenario,
  type Scope,
  type ScopeKind,
  type SwitchOverride,
} from "./scenario.ts";
export { type LaidScenario, openGround, type ScenarioGround } from "./scenario-ground.ts";
export {
  type Solution,
  type SolvedLever,
  type SolvePoint,
  type SolveQuestion,
  solve,
} from "./solve.ts";
export { type ValueOfYear, valuesOfYear } from "./values-of-year.ts";
export { overrideDocument, scenarioDocument } from "./write-scenario.ts";
