/**
 * A table of parameter values in place of all values of a methodology.
 *
 * The table has the columns of the demonstration's `parameters.csv`: both ends of the validity are
 * inclusive there. A table names no clause, so a value it calls enacted or local comes in as
 * secondary, and one without a source as assumed. Every fault of the table is found at once.
 */
import { issue, type Result, unlessIssues } from "../kernel/index.ts";
import { equalUnits, findDecimal, findUnit, formatUnit, ratioOfDecimal } from "../money/index.ts";
import {
  completeRow,
  DATE,
  DECIMAL,
  type Findings,
  openTable,
  placeOf,
  type RawRow,
  type RawTable,
  readCell,
  readOptionalCell,
  type TableReader,
  TEXT,
  wantedColumn,
} from "../register/index.ts";
import { dayAfter, LAST_DAY, type Validity } from "../time/index.ts";
import { checkValues } from "./build-parameters.ts";
import type { Methodology, Parameter, ParameterValue } from "./methodology.ts";
import { PROVISION_STATUSES, type ProvisionStatus } from "./provision.ts";
import { referCode } from "./references.ts";
import { suggestName } from "./suggestion.ts";

const COLUMNS = [
  "parameter_id",
  "unit",
  "key",
  "value",
  "valid_from",
  "valid_to",
  "known_from",
  "status",
];

/**
 * The methodology with the table's values only; a parameter the table leaves out has no value at
 * all.
 */
export function replaceParameters(methodology: Methodology, table: RawTable): Result<Methodology> {
  const findings: Findings = { issues: [], warnings: [] };
  const wanted = [
    ...COLUMNS.map(wantedColumn),
    { ...wantedColumn("source_note"), isOptional: true },
  ];
  const reader = openTable(table, wanted, findings);
  const values = new Map<string, ParameterValue[]>();
  const rows = findings.issues.length === 0 ? table.rows : [];
  for (const row of rows) {
    const parameter = readParameter(reader, row, methodology);
    const value = readValue(reader, row, parameter, methodology);
    if (parameter === undefined || value === undefined) continue;
    values.set(parameter.id, [...(values.get(parameter.id) ?? []), value]);
  }
  const parameters = new Map(
    [...methodology.parameters].map(([id, parameter]) => [
      id,
      { ...parameter, values: values.get(id) ?? [], place: { file: table.file } },
    ]),
  );
  for (const parameter of parameters.values()) {
    checkValues(parameter, (found) => findings.issues.push(found));
  }
  return unlessIssues(findings.issues, () => ({ ...methodology, parameters }));
}

function readParameter(
  reader: TableReader,
  row: RawRow,
  { parameters }: Methodology,
): Parameter | undefined {
  const name = readCell(reader, row, "parameter_id", TEXT);
  const unit = readCell(reader, row, "unit", TEXT);
  const parameter = name === undefined ? undefined : parameters.get(name);
  const { issues } = reader.findings;
  if (name !== undefined && parameter === undefined) {
    const facts = { name, kind: "parameter", suggestion: suggestName(name, parameters.keys()) };
    issues.push(issue("reference-unknown", placeOf(reader, row, "parameter_id"), facts));
  }
  if (unit === undefined || parameter === undefined) return parameter;
  const written = findUnit(unit);
  if (written === undefined) {
    issues.push(issue("unit-unknown", placeOf(reader, row, "unit"), { name: unit }));
  } else if (!equalUnits(written, parameter.unit)) {
    const facts = { left: formatUnit(parameter.unit), right: unit, operation: parameter.id };
    issues.push(issue("unit-mismatch", placeOf(reader, row, "unit"), facts));
  }
  return parameter;
}

/** Without a parameter the row has no value, but its other faults are found all the same. */
function readValue(
  reader: TableReader,
  row: RawRow,
  parameter: Parameter | undefined,
  methodology: Methodology,
): ParameterValue | undefined {
  const digits = readCell(reader, row, "value", DECIMAL);
  const decimal = digits === undefined ? undefined : findDecimal(digits);
  const source = readOptionalCell(reader, row, "source_note", TEXT);
  const complete = completeRow<Omit<ParameterValue, "provision" | "source">>({
    key: parameter && readKey(reader, row, parameter, methodology),
    digits,
    value: decimal && ratioOfDecimal(decimal),
    validity: readValidity(reader, row),
    knownFrom: readCell(reader, row, "known_from", DATE),
    status: readStatus(reader, row, source),
    place: placeOf(reader, row, "value"),
  });
  return complete && { ...complete, provision: undefined, source };
}

/**
 * `level=primary;programme=general`, in any order; a dimension left out holds for all its codes.
 */
function readKey(
  reader: TableReader,
  row: RawRow,
  { dimensions }: Parameter,
  { codeLists }: Methodology,
): ParameterValue["key"] | undefined {
  const { issues } = reader.findings;
  const text = readOptionalCell(reader, row, "key", TEXT) ?? "";
  const place = placeOf(reader, row, "key");
  const before = issues.length;
  const codes = new Map<string, string>();
  for (const pair of text.split(";").filter((each) => each.trim() !== "")) {
    const [name = "", code = ""] = partsOfPair(pair);
    const list = dimensions.includes(name) ? codeLists.get(name) : undefined;
    if (list !== undefined) referCode(code, list, place, (found) => issues.push(found));
    else {
      const suggestion = suggestName(name, dimensions);
      issues.push(issue("reference-unknown", place, { name, kind: "dimension", suggestion }));
    }
    if (codes.has(name)) {
      issues.push(issue("definition-duplicate", place, { name, kind: "dimension" }));
    }
    codes.set(name, code);
  }
  return issues.length > before ? undefined : dimensions.map((dimension) => codes.get(dimension));
}

function partsOfPair(pair: string): readonly string[] {
  const [name = "", ...rest] = pair.split("=");
  return [name.trim(), rest.join("=").trim()];
}

/** Both ends are inclusive in the table; no end means until further notice. */
function readValidity(reader: TableReader, row: RawRow): Validity | undefined {
  const { issues } = reader.findings;
  const before = issues.length;
  const from = readCell(reader, row, "valid_from", DATE);
  const last = readOptionalCell(reader, row, "valid_to", DATE);
  if (from !== undefined && last !== undefined && last < from) {
    issues.push(issue("validity-order", placeOf(reader, row, "valid_to"), { from, to: last }));
  }
  if (from === undefined || issues.length > before) return undefined;
  return { from, to: last === undefined || last === LAST_DAY ? undefined : dayAfter(last) };
}

function readStatus(
  reader: TableReader,
  row: RawRow,
  source: string | undefined,
): ProvisionStatus | undefined {
  const text = readCell(reader, row, "status", TEXT);
  if (text === undefined) return undefined;
  const status = PROVISION_STATUSES.find((each) => each === text);
  if (status === undefined) {
    const facts = { value: text, expected: PROVISION_STATUSES.join(", ") };
    reader.findings.issues.push(issue("code-unknown", placeOf(reader, row, "status"), facts));
    return undefined;
  }
  if (source === undefined) return "assumed";
  return status === "enacted" || status === "local" ? "secondary" : status;
}
