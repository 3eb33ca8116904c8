/** A scenario of the small city as the server sends it, with the people who work on it. */
import type {
  EditConflict,
  Finding,
  Ground,
  GroundedValue,
  KeptBatch,
  MethodologyNames,
  Person,
  Publication,
  ScenarioDetail,
  ScenarioGate,
  ScenarioRevision,
  ScenarioSummary,
  ScenarioValue,
} from "../../../packages/api/src/contract.ts";
import { NAMES } from "./small-run.ts";

/** Two editors and an approver. */
export const EDITOR = person("p-1", "Айгерим Үлгі", "editor");
export const OTHER_EDITOR = person("p-2", "Данияр Үлгі", "editor");
export const APPROVER = person("p-3", "Мадина Үлгі", "approver");
export const AUDITOR = person("p-4", "Ерлан Үлгі", "auditor");

/** The words of its methodology. */
export const WORDS: MethodologyNames = {
  ...NAMES,
  codeLists: {
    ...NAMES.codeLists,
    level: {
      primary: { ru: "начальный", kk: "бастауыш", en: "primary" },
      basic: { ru: "основной", kk: "негізгі", en: "basic" },
    },
  },
  parameters: {
    "secondary.Ez": { ru: "Образовательный процесс, Ez", kk: "Білім процесі, Ez", en: "Ez cost" },
    "secondary.k1": { ru: "Коэффициент местности, k1", kk: "Жер коэффициенті, k1", en: "k1" },
  },
};

const PRIMARY = { parameter: "secondary.Ez", key: { level: "primary" }, value: "465488" };

/** The cell of the one override that it has. */
export const CELL = "parameter secondary.Ez[level=primary]";

/** A scenario in the list. */
export const SUMMARY: ScenarioSummary = {
  ...{ id: "s-1", name: "Вариант А", parent: null, state: "draft", isArchived: false },
  ...{ isDemonstration: false, budgetYear: 2026, knownOn: "2026-12-31" },
  ...{ registerHash: "r".repeat(64), methodologyHash: "m".repeat(64) },
  ...{ revision: 3, editCount: 1, totalTiyn: "73213613546" },
  envelope: { limitTiyn: "80000000000", headroomTiyn: "6786386454", status: "assumed" },
  ...{ identity: "i".repeat(64), resultHash: "h".repeat(64), engineVersion: "0.1.0" },
  ...{ createdBy: nameOf(EDITOR), createdAt: "2026-11-01T08:00:00.000Z" },
  ...{ changedBy: nameOf(OTHER_EDITOR), changedAt: "2026-11-20T09:30:00.000Z" },
};

/** The same with its override and totals. */
export const SCENARIO: ScenarioDetail = {
  ...SUMMARY,
  totals: {
    totalTiyn: "73213613546",
    byTier: [
      { id: "preschool", amountTiyn: "100000001" },
      { id: "secondary", amountTiyn: "73113613545" },
    ],
    ...{ byDistrict: [], byBudgetCode: [], byMethod: [] },
  },
  overrides: [
    {
      ...{ cell: CELL, override: { ...PRIMARY, reason: "подбор под конверт" } },
      ...{ author: nameOf(OTHER_EDITOR), madeAt: "2026-11-20T09:30:00.000Z" },
      ...{ revision: 3, standing: "462600" },
    },
  ],
  steps: [],
};

/** Values of the law. */
export const VALUES: readonly ScenarioValue[] = [
  rateOf("primary", "462600", "465488"),
  rateOf("basic", "528300", null),
  {
    ...{ parameter: "secondary.k1", key: {}, validFrom: "2026-07-01", validTo: "2027-01-01" },
    ...{ isWholeYear: false, unit: "1", status: "local", standing: "1.15", own: null },
  },
];

/** Nothing stands in the way of anything. */
export const OPEN_GATE: ScenarioGate = { submit: [], approve: [], preliminary: [], official: [] };

/** Its revisions, the newest first. */
export const REVISIONS: readonly ScenarioRevision[] = [
  revision(3, "edited", "p-2", "73213613546", [
    { cell: CELL, override: { ...PRIMARY, reason: "подбор под конверт" }, previous: null },
  ]),
  {
    ...revision(2, "edited", "p-1", "73200000000", [
      { cell: CELL, override: { ...PRIMARY, value: "460000", reason: "" }, previous: null },
    ]),
  },
  revision(1, "created", "p-1", "73200000000", []),
];

/** A value without an act, as the server tells it. */
export const WEAK: GroundedValue = {
  ...{ subject: "parameter secondary.Ez primary 462600", kind: "parameter", status: "assumed" },
  label: { ru: "Образовательный процесс, Ez", kk: "Білім процесі, Ez", en: "Ez cost" },
  ...{ name: "secondary.Ez", key: [{ dimension: "level", code: "primary" }], value: "462600" },
  ...{ unit: "KZT/pupil/year", validFrom: "2026-01-01", ground: null },
};

/** An act that the first editor has entered, and nobody has confirmed. */
export const GROUND: Ground = {
  ...{ id: "g-1", status: "local", act: "Решение № 5", clause: "п. 2" },
  ...{ enteredBy: nameOf(EDITOR), enteredAt: "2026-11-20T00:00:00Z" },
  ...{ confirmedBy: null, confirmedAt: null },
};

/** A school over its capacity. */
export const FINDING: Finding = {
  ...{ id: "f-1", code: "roll-over-capacity", severity: "warning", organisationId: "001" },
  ...{ nameRu: "Школа № 1", nameKk: "№ 1 мектеп" },
  facts: { capacity: "600", count: "900", percent: "150" },
  ...{ owner: null, waiver: null },
};

/** An issue of it. */
export const PUBLICATION: Publication = {
  ...{ id: "i-1", scenarioId: "s-1", scenarioName: "Вариант А", revision: 3, runId: "run-9" },
  ...{ kind: "preliminary", budgetYear: 2026, number: 1, issuedBy: nameOf(APPROVER) },
  ...{ issuedAt: "2026-11-22T12:00:00.000Z", supersedes: null, supersededBy: null },
  ...{ totalTiyn: "73213613546", seal: "5ea1".repeat(16) },
};

/** Somebody else's value in the place of mine. */
export const CONFLICT: EditConflict = {
  cell: CELL,
  base: { ...PRIMARY, value: "296400", reason: "" },
  theirs: { ...PRIMARY, value: "301000", reason: "их причина" },
  mine: { ...PRIMARY, value: "303968", reason: "моя причина" },
  ...{ author: nameOf(OTHER_EDITOR), madeAt: "2026-11-20T09:31:00.000Z", revision: 4 },
};

/** The answer to a batch that was kept. */
export function keptAs(number: number, since: readonly ScenarioRevision[] = []): KeptBatch {
  const { totals, envelope, identity } = SCENARIO;
  return {
    revision: revision(number, "edited", "p-1", "1", []),
    totals,
    envelope,
    identity,
    since,
  };
}

/** A revision with what it says. */
export function revision(
  number: number,
  kind: ScenarioRevision["kind"],
  authorId: string,
  totalTiyn: string,
  edits: ScenarioRevision["edits"],
): ScenarioRevision {
  const author = [EDITOR, OTHER_EDITOR].find(({ id }) => id === authorId) ?? EDITOR;
  return {
    ...{ number, kind, batchId: `b-${number}`, author: nameOf(author) },
    ...{ madeAt: `2026-11-20T09:3${number}:00.000Z`, undoes: null, undoneBy: null },
    ...{ totalTiyn, resultHash: "h".repeat(64), engineVersion: "0.1.0", edits },
  };
}

function rateOf(level: string, standing: string, own: string | null): ScenarioValue {
  return {
    ...{ parameter: "secondary.Ez", key: { level }, validFrom: "2026-01-01" },
    ...{ validTo: "2027-01-01", isWholeYear: true, unit: "KZT/pupil/year", status: "assumed" },
    ...{ standing, own },
  };
}

function person(id: string, name: string, role: Person["role"]): Person {
  return {
    ...{ id, name, role, email: `${id}@example.kz`, language: "ru", organisationIds: [] },
    ...{ isActive: true, isSample: true, createdAt: "2026-11-01T08:00:00.000Z" },
  };
}

function nameOf({ id, name }: Person): { readonly id: string; readonly name: string } {
  return { id, name };
}
