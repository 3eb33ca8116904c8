/**
 * Overrides laid over documents and rows, the oracle's own way: day by day, row by row.
 *
 * What does not fit is refused with the code that people are told.
 */
import { chooseDated } from "./dated-choice.ts";
import { fractionOf, order } from "./fraction.ts";
import { CODES, type Dimension, FACTS, type LandFact, YEAR } from "./land.ts";
import type { DatedDocument, LawDocument, ParameterDocument } from "./law-documents.ts";
import { withCell } from "./random-edits.ts";
import type { RandomCase } from "./random-methodologies.ts";
import { refusalOf, refuse } from "./refusal.ts";
import type {
  Entry,
  FactEntry,
  FormulaEntry,
  ParameterEntry,
  SwitchEntry,
} from "./scenario-documents.ts";

type Laid = Pick<RandomCase, "document" | "rows" | "knownOn">;

const YEAR_START = `${YEAR}-01-01`;
const YEAR_END = `${YEAR + 1}-01-01`;

/** The case as it is under the overrides, in their order. */
export function layOver(given: RandomCase, entries: readonly Entry[]): RandomCase {
  let now = given;
  for (const entry of entries) now = { ...now, ...laid(now, entry) };
  return now;
}

function laid(now: Laid, entry: Entry): Partial<Laid> {
  if ("parameter" in entry) return { document: withParameter(now, entry) };
  if ("fact" in entry) return { rows: withFact(now, entry) };
  if ("formula" in entry) return { document: withText(now.document, entry) };
  if ("switch" in entry) return { document: withSwitch(now, entry) };
  return {};
}

type Value = DatedDocument & { readonly value: string; readonly status: string };

function withParameter({ document, knownOn }: Laid, entry: ParameterEntry): LawDocument {
  const { parameters = [] } = document;
  const found = parameters.find(({ parameter }) => parameter === entry.parameter);
  if (found === undefined) refuse("reference-unknown");
  const { dimensions = [] } = found;
  const { key = {}, value } = entry;
  for (const [dimension, code] of Object.entries(key)) {
    if (!dimensions.includes(dimension)) refuse("reference-unknown");
    if (!isCode(dimension, code)) refuse("code-unknown");
  }
  if (!/^-?\d+([.]\d+)?$/.test(value)) refuse("number-malformed");
  const { from, to } = daysMeant(found, entry, knownOn);
  const isOwn = (each: DatedDocument) => isKeyed(each, key) && each.knownFrom <= knownOn;
  const kept = found.values.flatMap((each) => (isOwn(each) ? cutOut(each, from, to) : [each]));
  const days = { validFrom: from, validTo: to, knownFrom: knownOn };
  const added: Value = { key, value, ...days, status: "assumed" };
  const replaced = { ...found, values: [...kept, added] };
  return {
    ...document,
    parameters: parameters.map((each) => (each === found ? replaced : each)),
  };
}

function isCode(dimension: string, code: string): boolean {
  const codes: readonly string[] = CODES[dimension as Dimension];
  return codes.includes(code);
}

/** Whether a value is for just this key, no wider and no narrower. */
function isKeyed({ key: own = {} }: DatedDocument, key: Readonly<Record<string, string>>) {
  const names = new Set([...Object.keys(own), ...Object.keys(key)]);
  return [...names].every((name) => own[name] === key[name]);
}

/** What the key has on each day is looked at; the day on which it turns is where it turns. */
function daysMeant(found: ParameterDocument, entry: ParameterEntry, knownOn: string) {
  const { key = {}, validFrom, validTo } = entry;
  const from = validFrom ?? YEAR_START;
  const own = found.values.filter((each) => isKeyed(each, key) && each.knownFrom <= knownOn);
  const spans: { readonly day: string; readonly value: string | undefined }[] = [];
  for (let day = from; day < (validTo ?? YEAR_END); day = dayAfter(day)) {
    const value = ownValue(found, own, key, day, knownOn);
    const last = spans.at(-1);
    if (last === undefined || !isSame(last.value, value)) spans.push({ day, value });
  }
  const standing = spans.filter(({ value }) => value !== undefined);
  if (validFrom === undefined && standing.length > 1) refuse("override-ambiguous");
  const turn = validFrom === undefined ? undefined : spans[1]?.day;
  const to = validTo ?? turn ?? YEAR_END;
  if (validTo !== undefined && validTo <= from) refuse("validity-order");
  if (from >= YEAR_END || to <= YEAR_START) refuse("override-outside-year");
  return { from, to };
}

function ownValue(
  { dimensions = [] }: ParameterDocument,
  values: readonly DatedDocument[],
  key: Readonly<Record<string, string>>,
  day: string,
  knownOn: string,
): string | undefined {
  const codes = dimensions.map((dimension) => key[dimension] ?? "");
  try {
    return chooseDated({ dimensions, values }, codes, day, knownOn).value;
  } catch (error) {
    refusalOf(error);
    return undefined;
  }
}

function isSame(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return order(fractionOf(left), fractionOf(right)) === 0n;
}

/** What of a value is left before and after these days. */
function cutOut(each: DatedDocument, from: string, to: string): readonly DatedDocument[] {
  const { validFrom, validTo } = each;
  const isApart = validFrom >= to || (validTo !== undefined && validTo <= from);
  if (isApart) return [each];
  const before = validFrom < from ? [{ ...each, validTo: from }] : [];
  const after = validTo === undefined || validTo > to ? [{ ...each, validFrom: to }] : [];
  return [...before, ...after];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function withFact({ rows }: Laid, entry: FactEntry): RandomCase["rows"] {
  const fact = FACTS.find(({ name }) => name === entry.fact);
  if (fact === undefined) refuse("fact-unknown");
  if (fact.name.startsWith("last_")) refuse("fact-imported");
  const { organisation: organisationId, key = {}, value } = entry;
  if (rows.organisations.every((row) => row["id"] !== organisationId)) {
    refuse("organisation-absent");
  }
  refuseKey(fact, key);
  if (value !== null) refuseDigits(fact, value);
  const codes = fact.index.map((dimension) => key[dimension] ?? "");
  const change = { organisationId, fact: fact.name, codes, value: value ?? undefined };
  return withCell(rows, fact, change);
}

function refuseKey({ index }: LandFact, key: Readonly<Record<string, string>>): void {
  for (const [dimension, code] of Object.entries(key)) {
    if (!index.some((each) => each === dimension)) refuse("reference-unknown");
    const isPeriod = dimension === "month" || dimension === "count";
    if (!isCode(dimension, code)) refuse(isPeriod ? "period-unknown" : "code-unknown");
  }
  if (index.some((dimension) => key[dimension] === undefined)) refuse("key-malformed");
}

function refuseDigits({ type }: LandFact, digits: string): void {
  if (!/^-?\d+([.]\d+)?$/.test(digits)) refuse("number-malformed");
  if (type === "people" && digits.includes(".")) refuse("number-fractional");
}

function withText(document: LawDocument, { formula, expression }: FormulaEntry): LawDocument {
  const formulas = (document.formulas ?? []).map((each) =>
    each.formula === formula && each.validTo === undefined ? { ...each, expression } : each,
  );
  return { ...document, formulas };
}

function withSwitch({ document, knownOn }: Laid, entry: SwitchEntry): LawDocument {
  const { stages = [] } = document;
  const isHeld = ({ validFrom = "", validTo = "9", knownFrom = "" }: (typeof stages)[number]) =>
    validFrom <= YEAR_START && validTo > YEAR_START && knownFrom <= knownOn;
  const found = stages.find((each) => each.stage === entry.switch);
  if (found === undefined) refuse("reference-unknown");
  if (!isHeld(found)) refuse("year-unsupported");
  const replaced = { ...found, switch: `${entry.on}` };
  return { ...document, stages: stages.map((each) => (each === found ? replaced : each)) };
}
