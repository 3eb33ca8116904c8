export { DATE, DECIMAL, TEXT } from "./cell.ts";
export { factIndex, factKey, findKeyCodes } from "./fact-key.ts";
export { factValueDecoder } from "./fact-value.ts";
export { type IdScheme, idColumnsOf, schemeOfIds } from "./id-scheme.ts";
export { countsPeople } from "./organisation-attributes.ts";
export {
  findRegisterFaults,
  type ParsedRegister,
  parseRegister,
  type RegisterTables,
} from "./parse-register.ts";
export type {
  CellMark,
  MergedRange,
  RawCell,
  RawRow,
  RawSheet,
  RawTable,
} from "./raw-table.ts";
export { findMissingCounts, findOrganisationsWithoutRows } from "./register-checks.ts";
export type {
  AttributeDefinition,
  CalendarPeriod,
  FactDefinition,
  HeadcountFact,
  LastYearFact,
  NamedFact,
  RegisterRules,
  WorkbookLayout,
} from "./register-rules.ts";
export {
  factRowName,
  headcountName,
  replaceFactRows,
  replaceHeadcounts,
} from "./replace-rows.ts";
export {
  type Estimate,
  type FactRow,
  HEADCOUNT_COLUMNS,
  type Headcount,
  LAST_YEAR_DIMENSIONS,
  type LastYearLine,
  type Organisation,
  type RegisterSnapshot,
  type RowSource,
} from "./snapshot.ts";
export {
  completeRow,
  type Findings,
  openTable,
  placeOf,
  readCell,
  readOptionalCell,
  type TableReader,
  wantedColumn,
} from "./table-reader.ts";
export { isTotal } from "./total-rows.ts";
export { addWords } from "./vocabulary.ts";
export { type RegisterSheets, readRegisterSheets } from "./workbook-layout.ts";
