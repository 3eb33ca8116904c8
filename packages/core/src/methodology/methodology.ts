/**
 * A methodology: law, figures and reading rules, consistent and frozen.
 *
 * Methodology
 *   codeLists      the words that facts and law share; a dimension is a code list of the same name
 *   calendar       the periods in which people are counted: months, count dates
 *   attributes     what formulas may ask of an organisation
 *   facts          named counts and amounts of organisations, with their dimensions
 *   parameters     dated values by key: rates, coefficients, indices
 *   tables         dated steps or piecewise linear functions
 *   mappings       codes of one list as codes of another
 *   formulas       dated expressions at a grain, proved unit-correct
 *   lines          which formula pays which organisation on which budget code
 *   stages         what happens to the lines after that: protections, pools, fits
 * Every value carries its provenance; every definition the place in the documents it came from.
 */
import type { CodeLists, Label } from "../classification/index.ts";
import type { Place } from "../kernel/index.ts";
import type { Ratio, RoundingMode, Unit } from "../money/index.ts";
import type {
  AttributeDefinition,
  CalendarPeriod,
  FactDefinition,
  IdScheme,
  WorkbookLayout,
} from "../register/index.ts";
import type { CalendarDate, Validity } from "../time/index.ts";
import type { Expression } from "./expression.ts";
import type { Provenance, Provision } from "./provision.ts";
import type { Stage } from "./stage.ts";

export type ParameterValue = Provenance & {
  /** A code for each dimension of the parameter; undefined holds for all codes. */
  readonly key: readonly (string | undefined)[];
  /** The digits as written, kept for people. */
  readonly digits: string;
  readonly value: Ratio;
  readonly validity: Validity;
  readonly knownFrom: CalendarDate;
  readonly place: Place;
};

export type Parameter = {
  readonly id: string;
  readonly label: Label;
  readonly unit: Unit;
  readonly dimensions: readonly string[];
  /** To what a difference of its values is put down, where a document says it; see cause.ts. */
  readonly cause: string | undefined;
  /** The least value that makes sense, as written; a rate is never negative. */
  readonly minimum: string | undefined;
  readonly values: readonly ParameterValue[];
  readonly place: Place;
};

/** One step or corner: from this operand on, this value. */
export type TablePoint = {
  readonly from: Ratio;
  readonly value: Ratio;
  /** The digits as written, kept for people. */
  readonly digits: { readonly from: string; readonly value: string };
};

/** The points of a table that hold for a key and a time, ascending. */
export type TableValue = Provenance & {
  readonly key: readonly (string | undefined)[];
  readonly points: readonly TablePoint[];
  readonly validity: Validity;
  readonly knownFrom: CalendarDate;
  readonly place: Place;
};

export type Table = {
  readonly id: string;
  readonly label: Label;
  /** The unit of what is looked up, and of what is found. */
  readonly operandUnit: Unit;
  readonly unit: Unit;
  readonly cause: string | undefined;
  readonly dimensions: readonly string[];
  readonly values: readonly TableValue[];
  readonly place: Place;
};

/** Codes of one list as codes of another: how the register's words meet those of the law. */
export type Mapping = {
  readonly id: string;
  readonly label: Label;
  readonly from: string;
  readonly to: string;
  readonly codes: ReadonlyMap<string, string>;
  readonly place: Place;
};

export type Grain = { readonly hasOrganisation: boolean; readonly dimensions: readonly string[] };

export type Formula = Provenance & {
  readonly id: string;
  readonly label: Label;
  readonly grain: Grain;
  readonly unit: Unit | "boolean";
  /**
   * The day on which parameters are read: 1 January of the budget year or the first day of the
   * month in scope.
   */
  readonly valuesOn: "year" | "month";
  readonly validity: Validity;
  readonly knownFrom: CalendarDate;
  readonly expression: Expression;
  readonly place: Place;
};

export type LineDefinition = Provenance & {
  readonly id: string;
  readonly label: Label;
  readonly tier: string;
  readonly budgetCode: string;
  readonly method: "formula";
  readonly when: Expression;
  readonly amount: Expression;
  /** The people it pays for, on average over the year; a supplement counts nobody again. */
  readonly headcount: Expression | undefined;
  readonly rounding: RoundingMode;
  /** Whether an organisation has the line when a count reached it, or whenever `when` holds. */
  readonly exists: "counted" | "when";
  readonly place: Place;
};

export type Fact = FactDefinition & {
  readonly cause: string | undefined;
  readonly reportedBy: Expression;
  /**
   * Organisations that are gone leave the fact to their successors, each a part by this headcount
   * of its own; absent where a fact stays with its organisation.
   */
  readonly inherited: Expression | undefined;
  readonly place: Place;
};

/** What a unit is called behind a number, and where there is one of it: `2 places`, `₸/place`. */
export type UnitLabels = { readonly many: Label; readonly one: Label };

export type Methodology = {
  readonly id: string;
  readonly label: Label;
  readonly isDemonstration: boolean;
  readonly currency: string;
  readonly years: readonly number[];
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly codeLists: CodeLists;
  readonly calendar: readonly CalendarPeriod[];
  readonly attributes: ReadonlyMap<string, AttributeDefinition>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Every wording of a formula, by name; the versions share grain and unit. */
  readonly formulas: ReadonlyMap<string, readonly Formula[]>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly mappings: ReadonlyMap<string, Mapping>;
  readonly budgetCodes: ReadonlyMap<string, Label>;
  readonly lines: readonly LineDefinition[];
  /** By order. */
  readonly stages: readonly Stage[];
  readonly idScheme: IdScheme;
  readonly workbook: WorkbookLayout | undefined;
  /** Words for units that the catalogues do not know. */
  readonly units: ReadonlyMap<string, UnitLabels>;
  /** Texts that documents and tables write in Russian (sources, notes), in three languages. */
  readonly translations: ReadonlyMap<string, Label>;
};
