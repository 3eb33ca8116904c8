/**
 * Which rows a sheet shows: those for which every condition holds. Figures are compared exactly,
 * words without regard to case and kinds of signs.
 */
import type { Language } from "../../i18n/language.ts";
import { contentOf } from "../cells/cell-content.ts";
import { compareExact, type ExactValue } from "../exact-value.ts";
import { foldText } from "../search/search-text.ts";
import type { SheetColumn, SheetGroup, SheetRow, SheetTree } from "../sheet.ts";

/** What is asked of the figures of a column. */
export const FIGURE_OPERATORS = [
  "equal",
  "unequal",
  "above",
  "at-least",
  "below",
  "at-most",
  "between",
  "empty",
  "filled",
] as const;

/** What is asked of names and words. */
export const WORD_OPERATORS = ["contains", "excludes", "is", "empty", "filled"] as const;

/** What is asked of dates. */
export const DATE_OPERATORS = ["before", "after", "on", "empty", "filled"] as const;

/** A condition on the rows of a sheet; those of a column are of the kind of its cells. */
export type SheetCondition =
  | {
      readonly columnId: string;
      readonly operator: "equal" | "unequal" | "above" | "at-least" | "below" | "at-most";
      readonly value: ExactValue;
    }
  /** Both ends belong to it. */
  | {
      readonly columnId: string;
      readonly operator: "between";
      readonly value: ExactValue;
      readonly most: ExactValue;
    }
  | {
      readonly columnId: string;
      readonly operator: "contains" | "excludes" | "is";
      readonly text: string;
    }
  | {
      readonly columnId: string;
      readonly operator: "before" | "after" | "on";
      readonly date: string;
    }
  | { readonly columnId: string; readonly operator: "empty" | "filled" }
  /** Something was entered here in one of the columns on view; a check warns of the row. */
  | { readonly columnId: null; readonly operator: "overridden" | "warned" };

/** What a condition is looked at with. */
export type FilteredSheet = {
  readonly columns: readonly SheetColumn[];
  readonly language: Language;
};

/** How the owner makes the rows of what is left: their sums and their texts. */
export type FilteredTexts<Row extends SheetRow> = {
  readonly group: (row: Row, members: readonly Row[]) => Row;
  readonly total: (members: readonly Row[]) => Row;
};

/** The same tree with members for which all conditions hold, and groups that have any left. */
export function filterTree<Row extends SheetRow>(
  tree: SheetTree<Row>,
  conditions: readonly SheetCondition[],
  sheet: FilteredSheet,
  texts: FilteredTexts<Row>,
): SheetTree<Row> {
  if (conditions.length === 0) return tree;
  const fits = rowFilter(conditions, sheet);
  const groups = tree.groups.flatMap(({ row, members }): SheetGroup<Row>[] => {
    const kept = members.filter(fits);
    if (kept.length === 0) return [];
    return [{ row: row === null ? null : texts.group(row, kept), members: kept }];
  });
  return { groups, total: texts.total(groups.flatMap(({ members }) => members)) };
}

/** Whether a row has all that the conditions ask; one of an unknown column asks nothing. */
export function rowFilter(
  conditions: readonly SheetCondition[],
  sheet: FilteredSheet,
): (row: SheetRow) => boolean {
  const checks = conditions.map((condition) => checkOf(condition, sheet));
  return (row) => checks.every((check) => check(row));
}

type Check = (row: SheetRow) => boolean;

function checkOf(condition: SheetCondition, { columns, language }: FilteredSheet): Check {
  if (condition.columnId === null) {
    return condition.operator === "warned"
      ? (row) => row.warning !== undefined
      : (row) => columns.some(({ id }) => row.marksIn?.(id)?.isOverridden === true);
  }
  const column = columns.find(({ id }) => id === condition.columnId);
  return column === undefined ? () => true : columnCheck(condition, column, language);
}

type ColumnCondition = Extract<SheetCondition, { readonly columnId: string }>;

function columnCheck(condition: ColumnCondition, column: SheetColumn, language: Language): Check {
  switch (condition.operator) {
    case "empty":
      return (row) => contentOf(row, column) === null;
    case "filled":
      return (row) => contentOf(row, column) !== null;
    case "contains":
    case "excludes":
    case "is": {
      const fits = wordCheck(condition, language);
      return (row) => fits(wordsOf(row, column));
    }
    case "before":
    case "after":
    case "on": {
      const fits = dateCheck(condition);
      return (row) => fits(wordsOf(row, column));
    }
    case "between": {
      const { value: least, most } = condition;
      return figureCheck(
        column,
        (value) => compareExact(value, least) >= 0 && compareExact(value, most) <= 0,
      );
    }
    case "unequal": {
      const isEqual = figureCheck(column, (value) => compareExact(value, condition.value) === 0);
      return (row) => !isEqual(row);
    }
    case "equal":
      return figureCheck(column, (value) => compareExact(value, condition.value) === 0);
    case "above":
      return figureCheck(column, (value) => compareExact(value, condition.value) > 0);
    case "at-least":
      return figureCheck(column, (value) => compareExact(value, condition.value) >= 0);
    case "below":
      return figureCheck(column, (value) => compareExact(value, condition.value) < 0);
    case "at-most":
      return figureCheck(column, (value) => compareExact(value, condition.value) <= 0);
  }
}

/** What has no figure fits nothing. */
function figureCheck(column: SheetColumn, fits: (value: ExactValue) => boolean): Check {
  return (row) => {
    const value = column.kind === "name" ? null : row.valueIn(column.id);
    return value !== null && fits(value);
  };
}

type WordCondition = Extract<SheetCondition, { readonly text: string }>;

function wordCheck({ operator, text }: WordCondition, language: Language): Fits {
  const sought = foldText(text, language);
  const fold = (word: string): string => foldText(word, language);
  switch (operator) {
    case "contains":
      return (words) => words.some((word) => fold(word).includes(sought));
    case "excludes":
      return (words) => !words.some((word) => fold(word).includes(sought));
    case "is":
      return (words) => words.some((word) => fold(word) === sought);
  }
}

type Fits = (words: readonly string[]) => boolean;
type DateCondition = Extract<SheetCondition, { readonly date: string }>;

/** Days as they are written stand in the order of time. */
function dateCheck({ operator, date }: DateCondition): Fits {
  switch (operator) {
    case "before":
      return ([day]) => day !== undefined && day < date;
    case "after":
      return ([day]) => day !== undefined && day > date;
    case "on":
      return ([day]) => day === date;
  }
}

/** The short and the whole name, or the words of a column; none where there are none. */
function wordsOf(row: SheetRow, column: SheetColumn): readonly string[] {
  if (column.kind === "name") return [row.name, row.title];
  const word = row.wordIn?.(column.id) ?? null;
  return word === null ? [] : [word];
}
