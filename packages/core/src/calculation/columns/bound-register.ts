/**
 * A register made ready for the rows of figures: every code as a whole number.
 *
 * A dimension has one numbering for all facts and lists; an attribute numbers the texts that
 * organisations have, with 0 for none.
 */
import { present } from "../../kernel/index.ts";
import type { Fact } from "../../methodology/index.ts";
import { factIndex } from "../../register/index.ts";
import { calendarDate } from "../../time/index.ts";
import { openMonthsOf } from "../fact-requirements.ts";
import type { CalculationPlan } from "../plan.ts";
import { createDomain, type Domain, type KeyColumn, ORGANISATION_KEY } from "./domain.ts";
import type {
  FactColumn,
  OrganisationColumns,
  RegisterColumns,
  TextColumn,
} from "./register-columns.ts";

/** The codes of a dimension, each with its number. */
export type Numbering = {
  readonly texts: readonly string[];
  /** The number of a code, a new one for a code never met. */
  readonly numberOf: (code: string) => number;
};

export type BoundRegister = {
  readonly organisations: OrganisationColumns;
  /** One row an organisation. */
  readonly everybody: Domain;
  readonly numbering: (dimension: string) => Numbering;
  /** The text of an organisation's attribute behind its number; 0 has none. */
  readonly attributeText: (attribute: string, code: number) => string | undefined;
  /** The months in which organisations of one kind are open, by the number of the kind. */
  readonly openMonths: (kind: number) => ReadonlySet<string>;
  /** The cells of a fact, codes in the numbering of their dimensions; nothing without a row. */
  readonly factCells: (fact: Fact) => FactCellColumns | undefined;
  /** Another number whenever a cell of the fact appeared or went; 0 without a row. */
  readonly shapeOf: (fact: string) => number;
  /** Puts other columns of facts in place of those before. */
  readonly replaceFacts: (facts: RegisterColumns["facts"]) => void;
  readonly derive: (name: string, organisations: KeyColumn) => KeyColumn;
};

export type FactCellColumns = {
  readonly column: FactColumn;
  readonly codes: readonly Int32Array[];
};

/** The key of an attribute of organisations, and of the months they are open in. */
export function attributeKey(attribute: string): string {
  return `@${attribute}`;
}
export const OPEN_KEY = "@";

export function bindRegister(plan: CalculationPlan, columns: RegisterColumns): BoundRegister {
  const { organisations } = columns;
  let known = columns.facts;
  const size = organisations.ids.length;
  const numberings = new Map<string, Numbering>();
  const numbering = (dimension: string) => {
    const made = numberings.get(dimension) ?? createNumbering(plan.membersOf(dimension));
    numberings.set(dimension, made);
    return made;
  };
  const open = openKinds(plan, columns);
  const attributes = new Map<string, KeyColumn>();
  const ofEverybody = (name: string): KeyColumn => {
    if (name === OPEN_KEY) return open.column;
    const found = attributes.get(name);
    if (found !== undefined) return found;
    const made = shiftedCodes(organisations.attributes.get(name.slice(1)), size);
    attributes.set(name, made);
    return made;
  };
  // Columns that differ in values alone have the same codes.
  const numbered = new WeakMap<FactColumn["codes"], readonly Int32Array[]>();
  const shapes = new WeakMap<FactColumn["codes"], number>();
  let shapeCount = 0;
  const codesOf = (fact: Fact, { codes }: FactColumn): readonly Int32Array[] => {
    const dimensions = factIndex(fact);
    const made =
      numbered.get(codes) ??
      codes.map((each, place) =>
        numberedCodes(each, numbering(present(dimensions[place], "a place of the index"))),
      );
    numbered.set(codes, made);
    return made;
  };
  const everyone = Int32Array.from({ length: size }, (_, row) => row);
  return {
    organisations,
    everybody: createDomain(size, new Map([[ORGANISATION_KEY, { codes: everyone, count: size }]])),
    numbering,
    attributeText: (attribute, code) => organisations.attributes.get(attribute)?.texts[code - 1],
    openMonths: (kind) => present(open.kinds[kind], "a kind of open months"),
    factCells: (fact) => {
      const column = known.get(fact.id);
      if (column === undefined) return undefined;
      const codes = codesOf(fact, column);
      return { column, codes };
    },
    shapeOf: (fact) => {
      const codes = known.get(fact)?.codes;
      if (codes === undefined) return 0;
      const shape = shapes.get(codes) ?? shapeCount + 1;
      shapeCount = shape > shapeCount ? shape : shapeCount;
      shapes.set(codes, shape);
      return shape;
    },
    replaceFacts: (facts) => {
      known = facts;
    },
    derive: (name, { codes }) => {
      const { codes: all, count } = ofEverybody(name);
      const derived = new Int32Array(codes.length);
      for (let row = 0; row < codes.length; row += 1) {
        derived[row] = all[codes[row] as number] as number;
      }
      return { codes: derived, count };
    },
  };
}

function createNumbering(members: readonly string[]): Numbering {
  const texts = [...members];
  const numbers = new Map(texts.map((code, place) => [code, place]));
  return {
    texts,
    numberOf: (code) => {
      const known = numbers.get(code);
      if (known !== undefined) return known;
      const number = texts.length;
      texts.push(code);
      numbers.set(code, number);
      return number;
    },
  };
}

function shiftedCodes(column: TextColumn | undefined, size: number): KeyColumn {
  if (column === undefined) return { codes: new Int32Array(size), count: 1 };
  return { codes: column.places.map((place) => place + 1), count: column.texts.length + 1 };
}

function numberedCodes({ texts, places }: TextColumn, { numberOf }: Numbering): Int32Array {
  const numbers = texts.map(numberOf);
  return places.map((place) => present(numbers[place], "a cell has every code"));
}

/** From when to when an organisation is open. */
export function lifeOf({ openedOn, closedOn }: OrganisationColumns, row: number) {
  const closed = closedOn.texts[closedOn.places[row] as number];
  return {
    openedOn: calendarDate(present(openedOn.texts[openedOn.places[row] as number], "a first day")),
    closedOn: closed === undefined ? undefined : calendarDate(closed),
  };
}

/** Organisations that are open in the same months are of one kind. */
function openKinds(plan: CalculationPlan, { organisations }: RegisterColumns) {
  const { openedOn, closedOn, ids } = organisations;
  const kinds: ReadonlySet<string>[] = [];
  const numbers = new Map<string, number>();
  const byDays = new Map<number, number>();
  const codes = new Int32Array(ids.length);
  for (let row = 0; row < codes.length; row += 1) {
    const [opened, closed] = [openedOn.places[row] as number, closedOn.places[row] as number];
    const days = opened * (closedOn.texts.length + 1) + closed + 1;
    let kind = byDays.get(days);
    if (kind === undefined) {
      const months = openMonthsOf(plan, lifeOf(organisations, row));
      const name = [...months].join("|");
      kind = numbers.get(name) ?? kinds.push(months) - 1;
      numbers.set(name, kind);
      byDays.set(days, kind);
    }
    codes[row] = kind;
  }
  return { kinds, column: { codes, count: kinds.length } };
}
