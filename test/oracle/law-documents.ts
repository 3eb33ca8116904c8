/** The sections of a methodology's documents, as far as a calculation stands on them. */
type Text = string | readonly string[];
type Codes = Readonly<Record<string, string>>;

export type DatedDocument = {
  readonly key?: Codes;
  readonly value?: string;
  readonly points?: readonly { readonly from: string; readonly value: string }[];
  readonly validFrom: string;
  readonly validTo?: string;
  readonly knownFrom: string;
};

export type CodeListDocument = {
  readonly codeList: string;
  readonly codes: readonly { readonly code: string; readonly properties?: Codes }[];
};

export type PeriodDocument = {
  readonly dimension: string;
  readonly kind: "month" | "date";
  readonly members?: readonly { readonly code: string; readonly date: string }[];
};

export type AttributeDocument = {
  readonly attribute: string;
  readonly type: "code" | "codes" | "group" | "number" | "date";
  readonly column?: string;
  readonly from?: string;
  readonly property?: string;
  readonly codeList?: string;
};

export type FactDocument = {
  readonly fact: string;
  readonly source?: "headcounts" | "facts" | "last-year";
  readonly measure?: string;
  readonly period?: string;
  readonly of?: "amount" | "child-months";
  /** Columns by dimension, of headcounts; elsewhere a list. */
  readonly dimensions?: Codes | readonly string[];
  readonly where?: Codes;
  readonly year?: number;
  readonly inherited?: Text;
};

export type ParameterDocument = {
  readonly parameter: string;
  readonly dimensions?: readonly string[];
  readonly values: readonly DatedDocument[];
};

export type TableDocument = {
  readonly table: string;
  readonly dimensions?: readonly string[];
  readonly values: readonly DatedDocument[];
};

export type MappingDocument = { readonly mapping: string; readonly codes: Codes };

export type FormulaDocument = {
  readonly formula: string;
  readonly unit: string;
  readonly grain: readonly string[];
  readonly valuesOn: "year" | "month";
  readonly validFrom: string;
  readonly validTo?: string;
  readonly expression: Text;
};

export type LineDocument = {
  readonly line: string;
  readonly tier: string;
  readonly budgetCode: string;
  readonly when: Text;
  readonly amount: Text;
  readonly headcount?: Text;
  readonly rounding: string;
  readonly exists?: "counted" | "when";
};

export type StageKind =
  | "floor"
  | "cap"
  | "floor-and-cap"
  | "pool"
  | "fill"
  | "fit"
  | "limit"
  | "solve";

export type StageDocument = {
  readonly stage: string;
  readonly kind: StageKind;
  readonly order: number;
  readonly switch?: Text;
  readonly when?: Text;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly knownFrom?: string;
  readonly lines?: readonly string[];
  readonly by?: readonly string[];
  readonly rounding?: string;
  readonly places?: number;
  readonly per?: "line" | "organisation";
  readonly bound?: Text;
  readonly floor?: Text;
  readonly cap?: Text;
  readonly ceiling?: Text;
  readonly shortfall?: "envelope" | "scale" | "refuse";
  readonly collect?: Text;
  readonly amount?: Text;
  readonly weight?: Text;
  readonly into?: string;
  readonly sharePlaces?: number;
  readonly leftOver?: "largest-remainder" | "leave" | "last" | "refuse";
  readonly change?: Text;
  readonly categories?: readonly {
    readonly line: string;
    readonly floor?: Text;
    readonly ceiling?: Text;
  }[];
  readonly envelope?: Text;
  readonly direction?: "both" | "down" | "up";
  readonly countsEstimates?: boolean;
  readonly rates?: readonly {
    readonly rate: string;
    readonly places: number;
    readonly rounding?: string;
    readonly factor?: Text;
  }[];
  readonly total?: Text;
  readonly target?: Text;
  readonly tolerance?: Text;
  readonly least?: string;
  readonly greatest?: string;
  readonly approach?: "not-above" | "nearest";
};

export type LawDocument = {
  readonly codeLists?: readonly CodeListDocument[];
  readonly calendar?: { readonly periods: readonly PeriodDocument[] };
  readonly attributes?: readonly AttributeDocument[];
  readonly facts?: readonly FactDocument[];
  readonly parameters?: readonly ParameterDocument[];
  readonly parameterValues?: readonly ParameterDocument[];
  readonly tables?: readonly TableDocument[];
  readonly mappings?: readonly MappingDocument[];
  readonly formulas?: readonly FormulaDocument[];
  readonly budgetCodes?: readonly { readonly budgetCode: string }[];
  readonly lines?: readonly LineDocument[];
  readonly stages?: readonly StageDocument[];
};
