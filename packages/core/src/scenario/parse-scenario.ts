/** A scenario document → Scenario, or every fault in it with its place. */
import {
  decode,
  fail,
  type Issue,
  issue,
  type Place,
  type Result,
  unlessIssues,
} from "../kernel/index.ts";
import { inside, type SourceDocument } from "../methodology/index.ts";
import { countDigits, findTiyn, type Tiyn, tiyn } from "../money/index.ts";
import { type CalendarDate, findCalendarDate } from "../time/index.ts";
import { type Override, SCOPE_KINDS, type Scenario, type Scope } from "./scenario.ts";
import {
  type EnvelopeDocument,
  OVERRIDE_SCHEMAS,
  type ParameterDocument,
  SCENARIO_VERSION,
  type SignedDocument,
  scenarioHeadSchema,
} from "./scenario-schema.ts";

/** The file that a document names as its parent, however wrong the rest of it is. */
export function findParentName(content: unknown): string | undefined {
  if (typeof content !== "object" || content === null || !("parent" in content)) return undefined;
  return typeof content.parent === "string" ? content.parent : undefined;
}

/**
 * Reads the overrides of a document on top of `parent`, whom the reader of files has found; whether
 * they fit a law and a register is asked when they are applied.
 */
export function parseScenario(
  { file, content }: SourceDocument,
  parent: Scenario | undefined,
): Result<Scenario> {
  const version = versionOf(content);
  if (version !== undefined && version !== SCENARIO_VERSION) {
    const facts = { found: `${version}`, expected: `${SCENARIO_VERSION}` };
    return fail(issue("document-version", { file, path: ["formatVersion"] }, facts));
  }
  const head = decode(scenarioHeadSchema, content, { file });
  const issues: Issue[] = head.ok ? [] : [...head.issues];
  const overrides = overridesIn(content).flatMap((each, position) => {
    const read = parseOverride(each, { file, path: ["overrides", position] });
    if (!read.ok) issues.push(...read.issues);
    return read.ok ? [read.value] : [];
  });
  const name = head.ok ? head.value.scenario : "";
  return unlessIssues(issues, () => ({ name, parent, overrides }));
}

function versionOf(content: unknown): number | undefined {
  if (typeof content !== "object" || content === null) return undefined;
  if (!("formatVersion" in content)) return undefined;
  return typeof content.formatVersion === "number" ? content.formatVersion : undefined;
}

/** Read even where the head of the document is at fault, so that all is told at once. */
function overridesIn(content: unknown): readonly unknown[] {
  if (typeof content !== "object" || content === null || !("overrides" in content)) return [];
  return Array.isArray(content.overrides) ? content.overrides : [];
}

const KINDS = Object.keys(OVERRIDE_SCHEMAS);

function parseOverride(content: unknown, place: Place): Result<Override> {
  const fields = typeof content === "object" && content !== null ? Object.keys(content) : [];
  const kind = KINDS.find((each) => fields.includes(each));
  switch (kind as keyof typeof OVERRIDE_SCHEMAS | undefined) {
    case "parameter":
      return parameterOverride(content, place);
    case "fact":
      return factOverride(content, place);
    case "formula":
      return formulaOverride(content, place);
    case "switch":
      return switchOverride(content, place);
    case "envelope":
      return envelopeOverride(content, place);
    case undefined: {
      const facts = { expected: KINDS.join(" | "), found: fields.join(", ") || "—" };
      return fail(issue("document-malformed", place, facts));
    }
  }
}

function parameterOverride(content: unknown, place: Place): Result<Override> {
  const read = decode(OVERRIDE_SCHEMAS.parameter, content, place);
  if (!read.ok) return read;
  const { parameter, key = {}, value } = read.value;
  const issues: Issue[] = [];
  const days = {
    validFrom: dayOf("validFrom", read.value, place, issues),
    validTo: dayOf("validTo", read.value, place, issues),
  };
  return unlessIssues(issues, () => ({
    ...{ kind: "parameter", parameter, key: new Map(Object.entries(key)), ...days, value },
    ...signatureOf(read.value, place),
  }));
}

function dayOf(
  field: "validFrom" | "validTo",
  document: ParameterDocument,
  place: Place,
  issues: Issue[],
): CalendarDate | undefined {
  const written = document[field];
  if (written === undefined) return undefined;
  const day = findCalendarDate(written);
  if (day === undefined)
    issues.push(issue("date-malformed", inside(place, field), { value: written }));
  return day;
}

function factOverride(content: unknown, place: Place): Result<Override> {
  const read = decode(OVERRIDE_SCHEMAS.fact, content, place);
  if (!read.ok) return read;
  const { fact, organisation: organisationId, key = {}, value } = read.value;
  return unlessIssues([], () => ({
    ...{ kind: "fact", fact, organisationId, key: new Map(Object.entries(key)) },
    value: value ?? undefined,
    ...signatureOf(read.value, place),
  }));
}

function formulaOverride(content: unknown, place: Place): Result<Override> {
  const read = decode(OVERRIDE_SCHEMAS.formula, content, place);
  if (!read.ok) return read;
  const { formula, expression } = read.value;
  const text = typeof expression === "string" ? expression : expression.join("\n");
  return unlessIssues([], () => ({
    ...{ kind: "formula", formula, expression: text, ...signatureOf(read.value, place) },
  }));
}

function switchOverride(content: unknown, place: Place): Result<Override> {
  const read = decode(OVERRIDE_SCHEMAS.switch, content, place);
  if (!read.ok) return read;
  const { switch: stage, on: isOn } = read.value;
  return unlessIssues([], () => ({
    ...{ kind: "switch", stage, isOn, ...signatureOf(read.value, place) },
  }));
}

function envelopeOverride(content: unknown, place: Place): Result<Override> {
  const read = decode(OVERRIDE_SCHEMAS.envelope, content, place);
  if (!read.ok) return read;
  const issues: Issue[] = [];
  const scope = scopeOf(read.value, place, issues);
  const amount = amountOf(read.value.envelope, inside(place, "envelope"), issues);
  return unlessIssues(issues, () => ({
    ...{ kind: "envelope", scope, amount, ...signatureOf(read.value, place) },
  }));
}

/** One member at most; without any the whole city is meant. */
function scopeOf(document: EnvelopeDocument, place: Place, issues: Issue[]): Scope {
  const [first, ...others] = SCOPE_KINDS.flatMap((by) => {
    const member = document[by];
    return member === undefined ? [] : [{ by, member }];
  });
  if (others.length > 0) {
    const found = [first, ...others].map((each) => each?.by).join(", ");
    issues.push(issue("document-malformed", place, { expected: SCOPE_KINDS.join(" | "), found }));
  }
  return first ?? { by: "city" };
}

/** Tenge with at most two decimals, not negative. */
function amountOf(text: string, place: Place, issues: Issue[]): Tiyn {
  const amount = findTiyn(text);
  if (amount !== undefined && amount >= 0n) return amount;
  const isDecimal = /^-?\d+(\.\d+)?$/.test(text);
  const facts = { value: text };
  if (amount !== undefined) issues.push(issue("number-negative", place, facts));
  else if (!isDecimal) issues.push(issue("number-malformed", place, facts));
  else if (countDigits(text.split(".")[0] ?? "") > AMOUNT_DIGITS) {
    issues.push(issue("number-out-of-range", place, { ...facts, expected: "digits-30" }));
  } else issues.push(issue("amount-fraction", place, facts));
  return tiyn(0n);
}

const AMOUNT_DIGITS = 30;

function signatureOf({ reason, author, madeAt }: SignedDocument, place: Place) {
  return { reason, author, madeAt, place };
}
