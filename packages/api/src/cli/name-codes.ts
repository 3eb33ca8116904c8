/**
 * Codes of levers by the dimensions of their parameters: `secondary.Ez[primary]`, as formulas write
 * it, is `secondary.Ez[level=primary]`.
 */
import {
  type CalendarDate,
  type Issue,
  type Lever,
  type Methodology,
  type Result,
  type TiedValue,
  unlessIssues,
} from "@zhanbasy/core";
import { malformed } from "./options.ts";

type Parameter = NonNullable<ReturnType<Methodology["parameters"]["get"]>>;

/** A value as it is written; whether there is such a parameter is not known yet. */
export type WrittenValue = {
  /** The whole of it. */
  readonly text: string;
  readonly parameter: string;
  /** All with their dimensions, or none: then in the order of the dimensions. */
  readonly codes: readonly { readonly dimension: string | undefined; readonly code: string }[];
  readonly validFrom: CalendarDate | undefined;
  readonly validTo: CalendarDate | undefined;
  readonly factor: string | undefined;
  readonly step: string | undefined;
};

export type WrittenLever = Omit<Lever, "values"> & { readonly values: readonly WrittenValue[] };

/**
 * The levers with every code under its dimension. Refused where there are more or fewer codes than
 * dimensions, and where no code is said though every value of the law has one: such a lever would
 * move nothing. A parameter that is not there is told by who looks for its values.
 */
export function nameCodes(
  levers: readonly WrittenLever[],
  { parameters, codeLists }: Pick<Methodology, "parameters" | "codeLists">,
): Result<readonly Lever[]> {
  const issues: Issue[] = [];
  const named = levers.map((lever) => ({
    ...lever,
    values: lever.values.map((value) => {
      const parameter = parameters.get(value.parameter);
      if (parameter !== undefined && !isMeant(value, parameter)) {
        issues.push(malformed("--lever", value.text, formsOf(parameter, codeLists)));
      }
      return tiedValue(value, parameter?.dimensions ?? []);
    }),
  }));
  return unlessIssues(issues, () => named);
}

function isMeant({ codes }: WrittenValue, { dimensions, values }: Parameter): boolean {
  if (codes.length === 0) {
    const isOpen = ({ key }: Parameter["values"][number]) =>
      key.every((code) => code === undefined);
    return values.length === 0 || values.some(isOpen);
  }
  const areInOrder = codes.every(({ dimension }) => dimension === undefined);
  return !areInOrder || codes.length === dimensions.length;
}

function tiedValue(value: WrittenValue, dimensions: readonly string[]): TiedValue {
  const { parameter, codes, validFrom, validTo, factor, step } = value;
  const key = new Map(
    codes.map(({ dimension, code }, place) => [dimension ?? dimensions[place] ?? "", code]),
  );
  return { target: { parameter, key, validFrom, validTo }, factor, step, place: {} };
}

/** How the parameter may be written: `secondary.Ez[level=primary] | …`. */
function formsOf(
  { id, dimensions, values }: Parameter,
  codeLists: Methodology["codeLists"],
): string {
  const keys = values.map(({ key }) =>
    dimensions.map((dimension, place) => {
      const code = key[place] ?? [...(codeLists.get(dimension)?.codes.keys() ?? [])][0] ?? "";
      return `${dimension}=${code}`;
    }),
  );
  const forms = new Set(keys.map((key) => (key.length === 0 ? id : `${id}[${key.join(",")}]`)));
  return [...forms].slice(0, FORMS).join(" | ") + (forms.size > FORMS ? " | …" : "");
}

const FORMS = 6;
