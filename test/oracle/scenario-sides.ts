/**
 * Two sides of one city and every mixture between them: of each part, the oracle says by what cause
 * it differs, and takes it from the later side where the cause is taken.
 */
import type { Row } from "./csv-rows.ts";
import { YEAR } from "./land.ts";
import type { DatedDocument, LawDocument, StageDocument } from "./law-documents.ts";
import type { RandomCase } from "./random-methodologies.ts";

/** A part of the inputs, by name, as a text that is equal where nothing differs. */
type Part = { readonly cause: string; readonly earlier: string; readonly later: string };

export type Taken = ReadonlySet<string>;

export type MixedSides = {
  /** Those that differ; with parameters apart, `cause|parameter`. */
  readonly causes: readonly string[];
  readonly mix: (taken: Taken) => RandomCase;
};

type Named = { readonly unit?: string; readonly cause?: string };

export function mixedSides(
  earlier: RandomCase,
  later: RandomCase,
  isByParameter: boolean,
): MixedSides {
  const sides = [heldPart(earlier), heldPart(later)] as const;
  const causeOf = (id: string, own: string) => (isByParameter ? `${own}|${id}` : own);
  const parts = [
    ...namedParts(sides, "parameters", "parameter", (each: Named, id) =>
      causeOf(id, each.cause ?? (each.unit === "1" ? "coefficients" : "rates")),
    ),
    ...namedParts(sides, "tables", "table", ({ cause = "coefficients" }: Named) => cause),
    ...namedParts(sides, "stages", "stage", (each: StageDocument & Named) => causeOfStage(each)),
    ...namedParts(sides, "formulas", "formula", () => "rules", wordingOf),
    ...namedParts(sides, "lines", "line", () => "rules", wordingOf),
    ...rowParts(earlier, later),
  ];
  const causes = parts.filter((part) => part.earlier !== part.later).map(({ cause }) => cause);
  return {
    causes: [...new Set(causes)].sort(),
    mix: (taken) => mixed({ sides, earlier, later }, taken, causeOf),
  };
}

function causeOfStage({ kind, cause }: StageDocument & Named): string {
  return cause ?? (kind === "fit" || kind === "limit" ? "envelope" : "protections");
}

/** What of a law is held in the year and known on its day. */
function heldPart({ document, knownOn }: RandomCase): LawDocument {
  const isKnown = ({ knownFrom, validFrom, validTo = "9" }: DatedDocument) =>
    knownFrom <= knownOn && validFrom < `${YEAR + 1}` && validTo > `${YEAR}-01-01`;
  const isHeld = ({ validFrom = "", validTo = "9", knownFrom = "" }: Partial<DatedDocument>) =>
    validFrom <= `${YEAR}-01-01` && validTo > `${YEAR}-01-01` && knownFrom <= knownOn;
  const known = <Keyed extends { readonly values: readonly DatedDocument[] }>(
    each: Keyed,
  ): Keyed => ({ ...each, values: each.values.filter(isKnown) });
  return {
    ...document,
    parameters: (document.parameters ?? []).map(known),
    tables: (document.tables ?? []).map(known),
    formulas: (document.formulas ?? []).filter(isHeld),
    stages: (document.stages ?? []).filter(isHeld),
  };
}

type Sections = "parameters" | "tables" | "formulas" | "lines" | "stages";

function namedParts<Definition>(
  sides: readonly [LawDocument, LawDocument],
  section: Sections,
  name: string,
  causeOf: (definition: Definition, id: string) => string,
  textOf: (definition: Definition) => string = (each) => JSON.stringify(each),
): readonly Part[] {
  const [earlier, later] = sides.map((side) => byName<Definition>(side, section, name));
  const ids = new Set([...(earlier?.keys() ?? []), ...(later?.keys() ?? [])]);
  return [...ids].flatMap((id) => {
    const [left, right] = [earlier?.get(id), later?.get(id)];
    const some = left ?? right;
    if (some === undefined) return [];
    const text = (each: Definition | undefined) => (each === undefined ? "" : textOf(each));
    return [{ cause: causeOf(some, id), earlier: text(left), later: text(right) }];
  });
}

function byName<Definition>(
  side: LawDocument,
  section: Sections,
  name: string,
): Map<string, Definition> {
  const all = (side[section] ?? []) as unknown as readonly Definition[];
  return new Map(all.map((each) => [String((each as Record<string, unknown>)[name]), each]));
}

/** A long expression is the same in several lines as in one. */
function wordingOf(each: object): string {
  return JSON.stringify(each, (field, value: unknown) =>
    field === "expression" && Array.isArray(value) ? value.join("\n") : value,
  );
}

/** Every fact is put down to headcounts, but for these when a law says so. */
function rowParts(earlier: RandomCase, later: RandomCase): readonly Part[] {
  const textOf = (rows: readonly Row[]) =>
    rows
      .map((row) => JSON.stringify(row))
      .sort()
      .join();
  const part = (cause: string, of: (given: RandomCase) => readonly Row[]): Part => ({
    cause,
    earlier: textOf(of(earlier)),
    later: textOf(of(later)),
  });
  const causes = new Set(Object.values(causesOfFacts(earlier)));
  return [
    part("headcounts", ({ rows }) => [...rows.organisations, ...rows.lastYear]),
    part("estimates", ({ rows }) => rows.estimates),
    ...[...causes, "headcounts"].map((cause) =>
      part(cause, (given) => [
        ...given.rows.headcounts.filter((row) => causeOfRow(given, row) === cause),
        ...given.rows.facts.filter((row) => causeOfRow(given, row) === cause),
      ]),
    ),
  ];
}

/** The cause that a fact names, by the fact. */
function causesOfFacts({ document: { facts = [] } }: RandomCase): Readonly<Record<string, string>> {
  const named = facts.map((each) => [each.fact, (each as Named).cause ?? "headcounts"] as const);
  return Object.fromEntries(named);
}

function causeOfRow(given: RandomCase, row: Row): string {
  const isBefore = row["fact"] === "area" && row["period"] === `${YEAR - 1}`;
  const fact = isBefore ? "area_before" : (row["fact"] ?? row["measure"] ?? "");
  return causesOfFacts(given)[fact] ?? "headcounts";
}

type Mixture = {
  readonly sides: readonly [LawDocument, LawDocument];
  readonly earlier: RandomCase;
  readonly later: RandomCase;
};

function mixed(
  { sides, earlier, later }: Mixture,
  taken: Taken,
  causeOf: (id: string, own: string) => string,
): RandomCase {
  const [first, second] = sides;
  const pick = <Definition extends object>(
    section: Sections,
    name: string,
    cause: (definition: Definition, id: string) => string,
  ): readonly Definition[] => {
    const [one, other] = [first, second].map((side) => byName<Definition>(side, section, name));
    const ids = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])];
    return ids.flatMap((id) => {
      const some = one?.get(id) ?? other?.get(id);
      if (some === undefined) return [];
      const chosen = taken.has(cause(some, id)) ? other?.get(id) : one?.get(id);
      return chosen === undefined ? [] : [chosen];
    });
  };
  const document: LawDocument = {
    ...first,
    parameters: pick("parameters", "parameter", (each: never, id) => {
      const { cause, unit } = each as Named;
      return causeOf(id, cause ?? (unit === "1" ? "coefficients" : "rates"));
    }),
    tables: pick("tables", "table", ({ cause = "coefficients" }: Named) => cause) as never,
    formulas: pick("formulas", "formula", () => "rules"),
    lines: pick("lines", "line", () => "rules"),
    stages: pick("stages", "stage", causeOfStage),
  };
  const [knownOn] = [later.knownOn, earlier.knownOn].toSorted().toReversed();
  return { ...earlier, knownOn: knownOn ?? "", document, rows: mixedRows(earlier, later, taken) };
}

function mixedRows(earlier: RandomCase, later: RandomCase, taken: Taken): RandomCase["rows"] {
  const sideOf = (cause: string) => (taken.has(cause) ? later : earlier);
  const { organisations, lastYear } = sideOf("headcounts").rows;
  const ids = new Set(organisations.map((row) => row["id"]));
  const rowsOf = (of: (given: RandomCase) => readonly Row[]) =>
    [earlier, later].flatMap((side) =>
      of(side).filter((row) => {
        return sideOf(causeOfRow(side, row)) === side && ids.has(row["organisation"]);
      }),
    );
  return {
    ...{ organisations, lastYear, estimates: sideOf("estimates").rows.estimates },
    headcounts: rowsOf(({ rows }) => rows.headcounts),
    facts: rowsOf(({ rows }) => rows.facts),
  };
}
