/**
 * A figure: values by the row of its domain, worked out when asked for and kept until something
 * they stand on changes.
 */
import type { UsedParameter, UsedTable } from "../run-state.ts";
import { type CountedRows, nobody, once } from "./counted.ts";
import type { Domain } from "./domain.ts";
import { gatherNumbers, type Numbers } from "./numbers.ts";

export type NumberValues = { readonly numbers: Numbers; readonly counted: CountedRows };
/** For each row 0 (false), 1 (true) or 2 (no value). */
export type TruthValues = { readonly truths: Uint8Array; readonly counted: CountedRows };

/** How names of facts begin among the names of what figures stand on. */
export const FACT_PREFIX = "fact|";

export const FALSE = 0;
export const TRUE = 1;
export const NO_TRUTH = 2;

export type Figure<Values> = {
  /** Its rows; what they are called is forgotten once everything is bound. */
  readonly domain: Pick<Domain, "size">;
  /** Names of what it stands on, itself or through other figures: `parameter|secondary.L`. */
  readonly sources: ReadonlySet<string>;
  /** Whether one of them is a value of the law. */
  readonly standsOnLaw: boolean;
  readonly reaches: readonly Reach[];
  /** The values as things stand. */
  readonly current: () => Values;
  /** Forgets the values. */
  readonly forget: () => void;
  /** Doubts the values: they still stand where none of what they were made of has others. */
  readonly doubt: () => void;
  /**
   * Rows of one class stand on the same values of the law and so have the same value, whatever
   * digits those have; the same array as before where nothing but digits is different. Absent where
   * nothing of the kind is known.
   */
  readonly classes?: FindClasses;
};

export type FindClasses = () => Int32Array | undefined;

export type NumberFigure = Figure<NumberValues>;
export type TruthFigure = Figure<TruthValues>;

/** A figure as another one's rows see it: `index` gives the row of the figure for each row. */
export type Input<Values> = {
  readonly figure: Figure<Values>;
  readonly index: Int32Array | undefined;
};
export type NumberInput = Input<NumberValues>;
export type TruthInput = Input<TruthValues>;

/**
 * How asking for rows of a figure asks for rows of another: given the rows that are asked, marks
 * those of the other.
 */
export type Reach = {
  readonly figure: AnyFigure;
  readonly spread: (asked: Uint8Array, marks: Uint8Array) => void;
};

/** Any figure, as far as its values do not matter. */
export type AnyFigure = Omit<Figure<unknown>, "classes"> & {
  readonly note?: Note;
};

/** Notes what was read for the rows that were asked. */
export type Note = (asked: Uint8Array, readings: Readings) => void;

/** Values of parameters and tables that were read on the way to some line. */
export type Readings = {
  readonly parameters: Map<string, UsedParameter>;
  readonly tables: Map<string, UsedTable>;
};

/** Every figure of a model, so that those that stand on a changed source can be told to forget. */
export type FigureList = AnyFigure[];

export function createFigure<Values>(
  domain: Pick<Domain, "size">,
  parts: {
    readonly sources: ReadonlySet<string>;
    readonly reaches: readonly Reach[];
    readonly compute: () => Values;
    readonly note?: Note;
    readonly classes?: FindClasses;
    /** What it is made of beside what it asks for. */
    readonly inputs?: readonly AnyFigure[];
    /** It reads the law itself: its values do not stand only because those of its inputs do. */
    readonly isReader?: true;
  },
  list: FigureList,
): Figure<Values> {
  const inputs = [...parts.reaches.map(({ figure: input }) => input), ...(parts.inputs ?? [])];
  let known: { readonly values: Values; readonly of: readonly unknown[] } | undefined;
  let isDoubted = false;
  const stands = (): boolean => {
    if (known === undefined || !isDoubted) return known !== undefined;
    // Without inputs it is what it reads that became other.
    const { of } = known;
    if (inputs.length === 0 || parts.isReader === true) return false;
    return inputs.every((input, place) => input.current() === of[place]);
  };
  const figure = {
    ...{ domain: { size: domain.size }, sources: parts.sources, reaches: parts.reaches },
    standsOnLaw: [...parts.sources].some((source) => !source.startsWith(FACT_PREFIX)),
    ...(parts.note === undefined ? {} : { note: parts.note }),
    ...(parts.classes === undefined ? {} : { classes: parts.classes }),
    current: () => {
      if (known === undefined || !stands()) {
        const values = parts.compute();
        known = { values, of: inputs.map((input) => input.current()) };
      }
      isDoubted = false;
      return known.values;
    },
    forget: () => {
      known = undefined;
    },
    doubt: () => {
      isDoubted = true;
    },
  };
  list.push(figure);
  return figure;
}

/** The sources of several inputs together. */
export function sourcesOf(
  inputs: readonly { readonly figure: Pick<AnyFigure, "sources"> }[],
  own: readonly string[] = [],
): ReadonlySet<string> {
  return new Set([...own, ...inputs.flatMap(({ figure }) => [...figure.sources])]);
}

/** The rows of the input that stand under the rows asked for. */
export function reachInput({ figure, index }: Input<unknown>): Reach {
  return {
    figure,
    spread: (asked, marks) => {
      for (let row = 0; row < asked.length; row += 1) {
        if (asked[row] === 1) marks[index === undefined ? row : (index[row] as number)] = 1;
      }
    },
  };
}

/** The same, only where a condition has this truth. */
export function reachInputWhere(
  input: Input<unknown>,
  condition: () => Uint8Array,
  truth: number,
): Reach {
  const { spread, figure } = reachInput(input);
  return {
    figure,
    spread: (asked, marks) => {
      const truths = condition();
      spread(
        asked.map((each, row) => (truths[row] === truth ? each : 0)),
        marks,
      );
    },
  };
}

/** The values of an input by the rows that look at it; kept until the figure has others. */
export function numbersAt(input: NumberInput): Numbers {
  const { figure, index } = input;
  const values = figure.current();
  if (index === undefined) return values.numbers;
  const known = gathered.get(input);
  if (known?.of === values) return known.numbers;
  const numbers = gatherNumbers(values.numbers, index, known?.numbers);
  gathered.set(input, { of: values, numbers });
  return numbers;
}

const gathered = new WeakMap<
  NumberInput,
  { readonly of: NumberValues; readonly numbers: Numbers }
>();

export function truthsAt({ figure, index }: TruthInput): Uint8Array {
  const { truths } = figure.current();
  return index === undefined ? truths : gatherBytes(truths, index);
}

/** Who is counted as things stand; later changes do not touch it. */
export function countedAt({ figure, index }: NumberInput | TruthInput): CountedRows {
  const { counted } = figure.current();
  if (index === undefined || counted === nobody) return counted;
  return once(() => {
    const rows = counted();
    return typeof rows === "boolean" ? rows : gatherMarks(rows, index);
  });
}

/** Marks are seldom others than before: what was gathered by an index is kept with them. */
function gatherMarks(rows: Uint8Array, index: Int32Array): Uint8Array {
  const known = marksByIndex.get(index);
  if (known?.of === rows) return known.gathered;
  const gathered = gatherBytes(rows, index);
  marksByIndex.set(index, { of: rows, gathered });
  return gathered;
}

const marksByIndex = new WeakMap<
  Int32Array,
  { readonly of: Uint8Array; readonly gathered: Uint8Array }
>();

function gatherBytes(bytes: Uint8Array, index: Int32Array): Uint8Array {
  const gathered = new Uint8Array(index.length);
  for (let place = 0; place < index.length; place += 1) {
    gathered[place] = bytes[index[place] as number] as number;
  }
  return gathered;
}
