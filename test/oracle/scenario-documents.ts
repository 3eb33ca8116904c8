/** What a scenario's document says, as the oracle reads it: one kind by the field it has. */
type Codes = Readonly<Record<string, string>>;

export type ParameterEntry = {
  readonly parameter: string;
  readonly key?: Codes;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly value: string;
};

export type FactEntry = {
  readonly fact: string;
  readonly organisation: string;
  readonly key?: Codes;
  readonly value: string | null;
};

export type FormulaEntry = { readonly formula: string; readonly expression: string };

export type SwitchEntry = { readonly switch: string; readonly on: boolean };

export type EnvelopeEntry = {
  readonly envelope: string;
  readonly tier?: string;
  readonly district?: string;
  readonly budgetCode?: string;
  readonly organisation?: string;
};

export type Entry = ParameterEntry | FactEntry | FormulaEntry | SwitchEntry | EnvelopeEntry;
