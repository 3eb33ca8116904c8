/**
 * Which facts take a headcount row.
 *
 * A row is claimed by its measure and its dimension columns together; few combinations repeat in
 * many rows, so each is looked up once. A word is translated among the codes of the facts that
 * share its measure and tier, then among all.
 */
import { issue } from "../kernel/index.ts";
import { type Fault, undecoded } from "./cell.ts";
import type { RawTable } from "./raw-table.ts";
import type { HeadcountFact, RegisterRules } from "./register-rules.ts";
import { KEY_SEPARATOR } from "./row-checks.ts";
import { HEADCOUNT_COLUMNS, type HeadcountColumn } from "./snapshot.ts";
import { buildVocabulary, codeDecoder, type Vocabulary } from "./vocabulary.ts";

/** The columns by which a row is claimed; the two that narrow the others come first. */
export const CLAIM_COLUMNS = ["measure", ...HEADCOUNT_COLUMNS] as const;
/** One of the columns by which a row is claimed. */
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];

type ClaimCodes = Readonly<Record<ClaimColumn, string>>;

/** The codes of a row and the facts that take it. */
export type Claim = {
  readonly codes: ClaimCodes;
  /** The codes of the dimension columns as one text, for keys. */
  readonly dimensionsKey: string;
  /** At least one. */
  readonly facts: readonly HeadcountFact[];
};

/** What is wrong with one column of a row. */
export type ClaimFault = { readonly column: ClaimColumn; readonly fault: Fault };
/** A claim, or every fault of its columns. */
export type ClaimReading =
  | { readonly ok: true; readonly claim: Claim }
  | { readonly ok: false; readonly faults: readonly ClaimFault[] };

/** Claims rows of `table` by the trimmed texts of their claim columns, in that order. */
export function buildClaimReader(
  rules: RegisterRules,
  table: RawTable,
): (texts: readonly string[]) => ClaimReading {
  const known: KnownTexts = { next: new Map(), reading: undefined };
  return (texts) => {
    let at = known;
    for (const text of texts) {
      const next = at.next.get(text) ?? { next: new Map(), reading: undefined };
      at.next.set(text, next);
      at = next;
    }
    at.reading ??= claim(texts, rules, table);
    return at.reading;
  };
}

/** Readings by one text after another, which is found sooner than all of them joined. */
type KnownTexts = {
  readonly next: Map<string, KnownTexts>;
  reading: ClaimReading | undefined;
};

/** The facts that are made of headcount rows. */
export function headcountFacts({ facts }: RegisterRules): readonly HeadcountFact[] {
  return facts.filter((fact) => fact.source === "headcounts");
}

function claim(texts: readonly string[], rules: RegisterRules, table: RawTable): ClaimReading {
  const faults: ClaimFault[] = [];
  const codes = new Map<ClaimColumn, string>();
  let facts = headcountFacts(rules);
  for (const [place, column] of CLAIM_COLUMNS.entries()) {
    const code = translate(column, texts[place] ?? "", facts, rules, table);
    if (typeof code === "string") {
      codes.set(column, code);
      // Measure and tier come first and narrow what the other columns may say.
      if (column === "measure" || column === "tier") facts = narrow(facts, column, code, rules);
    } else faults.push({ column, fault: code.fault });
  }
  if (faults.length > 0) return { ok: false, faults };
  const all = Object.fromEntries(codes) as ClaimCodes;
  const claiming = facts.filter((fact) => accepts(fact, all, rules));
  if (claiming.length === 0) return unclaimed(all, facts, rules);
  const dimensionsKey = HEADCOUNT_COLUMNS.map((column) => all[column]).join(KEY_SEPARATOR);
  return { ok: true, claim: { codes: all, dimensionsKey, facts: claiming } };
}

/** The code of a text among those of the narrowed facts, or else among those of all facts. */
function translate(
  column: ClaimColumn,
  text: string,
  facts: readonly HeadcountFact[],
  rules: RegisterRules,
  table: RawTable,
): string | { readonly fault: Fault } {
  const near = columnVocabulary(column, facts, rules);
  const { expected, decode } = codeDecoder(near, table);
  if (text === "") return undecoded((place) => issue("value-missing", place, { expected }));
  const code = near.find(text) ?? columnVocabulary(column, headcountFacts(rules), rules).find(text);
  if (code !== undefined) return code;
  const result = decode(text);
  return result.ok ? result.value : result;
}

function columnVocabulary(
  column: ClaimColumn,
  facts: readonly HeadcountFact[],
  rules: RegisterRules,
): Vocabulary {
  const codes = new Set(facts.flatMap((fact) => [...factCodes(fact, column, rules)]));
  const dimensions = facts.flatMap((fact) => dimensionOf(fact, column) ?? []);
  const lists = [column, ...new Set(dimensions)].flatMap((id) => rules.codeLists.get(id) ?? []);
  return buildVocabulary(codes, lists);
}

/** The codes that a fact takes in a column. */
function factCodes(
  fact: HeadcountFact,
  column: ClaimColumn,
  rules: RegisterRules,
): Iterable<string> {
  if (column === "measure") return [fact.measure];
  const fixed = fact.where[column];
  if (fixed !== undefined) return [fixed];
  return rules.codeLists.get(dimensionOf(fact, column) ?? "")?.codes.keys() ?? [];
}

function dimensionOf(fact: HeadcountFact, column: ClaimColumn): string | undefined {
  return fact.dimensions.find((dimension) => dimension.column === column)?.dimension;
}

function narrow(
  facts: readonly HeadcountFact[],
  column: ClaimColumn,
  code: string,
  rules: RegisterRules,
): readonly HeadcountFact[] {
  const narrowed = facts.filter((fact) => new Set(factCodes(fact, column, rules)).has(code));
  return narrowed.length > 0 ? narrowed : facts;
}

function accepts(fact: HeadcountFact, codes: ClaimCodes, rules: RegisterRules): boolean {
  return CLAIM_COLUMNS.every((column) =>
    new Set(factCodes(fact, column, rules)).has(codes[column]),
  );
}

/** Known codes that stand together in no fact; the first one out of place is where to look. */
function unclaimed(
  codes: ClaimCodes,
  facts: readonly HeadcountFact[],
  rules: RegisterRules,
): ClaimReading {
  const isStrange = (column: ClaimColumn): boolean =>
    !facts.some((fact) => new Set(factCodes(fact, column, rules)).has(codes[column]));
  const column = CLAIM_COLUMNS.find(isStrange) ?? "child_category";
  const value = CLAIM_COLUMNS.map((each) => codes[each]).join(" ");
  const expected = facts.map((fact) => describeFact(fact, rules)).join(" | ");
  const fault: Fault = (place) => issue("headcount-unclaimed", place, { value, expected });
  return { ok: false, faults: [{ column, fault }] };
}

function describeFact(fact: HeadcountFact, rules: RegisterRules): string {
  const describe = (column: "measure" | HeadcountColumn): string =>
    [...factCodes(fact, column, rules)].join("/");
  return CLAIM_COLUMNS.map(describe).join(" ");
}
