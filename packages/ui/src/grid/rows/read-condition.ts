/** A condition from what a person chose and typed: values are read as cells read them. */
import type { Language } from "../../i18n/language.ts";
import { isWordColumn } from "../cells/cell-content.ts";
import { isPercentColumn } from "../cells/write-figure.ts";
import { compareExact, type ExactValue } from "../exact-value.ts";
import { readWritten } from "../reading/read-cell.ts";
import type { ReadFault } from "../reading/read-fault.ts";
import type { CellValue, SheetColumn, SheetInput } from "../sheet.ts";
import {
  DATE_OPERATORS,
  FIGURE_OPERATORS,
  type SheetCondition,
  WORD_OPERATORS,
} from "./filter-rows.ts";

/** What may be asked of a column. */
export type ConditionOperator =
  | (typeof FIGURE_OPERATORS)[number]
  | (typeof WORD_OPERATORS)[number]
  | (typeof DATE_OPERATORS)[number];

/** What was chosen and typed; `most` is the other end of a range. */
export type ConditionDraft = {
  readonly column: SheetColumn;
  readonly operator: ConditionOperator;
  readonly value: string;
  readonly most: string;
};

/** Why a field cannot be taken: it is empty, is not what it should be, or is before its start. */
export type DraftFault = "needed" | "reversed" | ReadFault;

/** The condition, or what is wrong with each field. */
export type ReadCondition =
  | { readonly condition: SheetCondition }
  | { readonly faults: { readonly value?: DraftFault; readonly most?: DraftFault } };

/** As many decimals as anybody compares with. */
const PLACES = 20;
const MOST_LETTERS = 200;

/** What may be asked of the column. */
export function operatorsOf(column: SheetColumn): readonly ConditionOperator[] {
  if (column.kind === "date") return DATE_OPERATORS;
  return column.kind === "name" || isWordColumn(column) ? WORD_OPERATORS : FIGURE_OPERATORS;
}

/** How many values an operator asks for. */
export function valueCount(operator: ConditionOperator): 0 | 1 | 2 {
  if (operator === "empty" || operator === "filled") return 0;
  return operator === "between" ? 2 : 1;
}

/** Whether the draft makes a condition. */
export function readCondition(draft: ConditionDraft, language: Language): ReadCondition {
  const { column, operator } = draft;
  const columnId = column.id;
  switch (operator) {
    case "empty":
    case "filled":
      return { condition: { columnId, operator } };
    case "contains":
    case "excludes":
    case "is": {
      const read = readValue(draft.value, column, language);
      if (typeof read !== "string") return { faults: { value: faultOf(read) } };
      return { condition: { columnId, operator, text: read } };
    }
    case "before":
    case "after":
    case "on": {
      const read = readValue(draft.value, column, language);
      if (typeof read !== "string") return { faults: { value: faultOf(read) } };
      return { condition: { columnId, operator, date: read } };
    }
    case "between":
      return readBetween(draft, language);
    case "equal":
    case "unequal":
    case "above":
    case "at-least":
    case "below":
    case "at-most": {
      const value = readValue(draft.value, column, language);
      if (!isFigure(value)) return { faults: { value: faultOf(value) } };
      return { condition: { columnId, operator, value } };
    }
  }
}

/** What stands in the fields when a condition is opened again, as it is read. */
export function typedValues(
  condition: SheetCondition | undefined,
  column: SheetColumn | undefined,
  language: Language,
): Pick<ConditionDraft, "value" | "most"> {
  const figure = (value: ExactValue): string => {
    if (column === undefined || isWordColumn(column)) return "";
    const copied = column.copy(value);
    return language === "en" ? copied.replace(",", ".") : copied;
  };
  if (condition === undefined) return { value: "", most: "" };
  if ("text" in condition) return { value: condition.text, most: "" };
  if ("date" in condition) {
    const { date } = condition;
    return { value: column?.kind === "date" ? column.format(date) : date, most: "" };
  }
  if (!("value" in condition)) return { value: "", most: "" };
  const most = "most" in condition ? figure(condition.most) : "";
  return { value: figure(condition.value), most };
}

function readBetween(draft: ConditionDraft, language: Language): ReadCondition {
  const { column } = draft;
  const value = readValue(draft.value, column, language);
  const most = readValue(draft.most, column, language);
  if (isFigure(value) && isFigure(most)) {
    if (compareExact(most, value) < 0) return { faults: { most: "reversed" } };
    return { condition: { columnId: column.id, operator: "between", value, most } };
  }
  return {
    faults: {
      ...(isFigure(value) ? {} : { value: faultOf(value) }),
      ...(isFigure(most) ? {} : { most: faultOf(most) }),
    },
  };
}

type ReadValue = CellValue | { readonly fault: ReadFault } | null;

function readValue(text: string, column: SheetColumn, language: Language): ReadValue {
  const asked = { ...column, input: inputOf(column) };
  const reading = readWritten(text, asked, language);
  return "fault" in reading ? reading : reading.value;
}

function inputOf(column: SheetColumn): SheetInput {
  if (column.kind === "date") return { kind: "date" };
  if (column.kind === "name" || isWordColumn(column)) {
    return { kind: "text", mostLetters: MOST_LETTERS };
  }
  const isPercent = isPercentColumn(column);
  return { kind: "number", places: PLACES, isPercent, least: null, most: null };
}

function isFigure(value: ReadValue): value is ExactValue {
  return value !== null && typeof value !== "string" && !("fault" in value);
}

function faultOf(value: ReadValue): DraftFault {
  return value !== null && typeof value !== "string" && "fault" in value ? value.fault : "needed";
}
