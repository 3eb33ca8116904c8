/** A run of a few organisations as the server sends it, and its workbook. */
import type {
  MethodologyNames,
  RunColumns,
  RunDetail,
  RunLineColumn,
} from "../../../packages/api/src/contract.ts";

/** A school, a kindergarten and a club in two districts, with a sum of the city's own. */
export const COLUMNS: RunColumns = {
  runId: "run-1",
  organisations: {
    ids: ["001", "002", "003"],
    namesRu: ["КГУ «Школа № 1»", "ТОО «Сад № 2»", "Клуб № 3"],
    namesKk: ["«№ 1 мектеп» КММ", "«№ 2 балабақша» ЖШС", "№ 3 үйірме"],
    attributes: {
      district: { words: ["alatau", "medeu"], values: [0, 1, 0] },
      ownership: { words: ["state_institution", "private"], values: [0, 1, null] },
    },
  },
  lines: [
    lineColumn("secondary/04.2.360.040/formula", {
      label: { ru: "Школа", kk: "Мектеп", en: "School" },
      rows: [0],
      amountsTiyn: ["73113600000"],
      headcounts: ["1536"],
    }),
    lineColumn("preschool/04.1.360.034/formula", {
      label: { ru: "Сад", kk: "Балабақша", en: "Kindergarten" },
      rows: [1],
      amountsTiyn: ["100000001"],
      headcounts: ["35/3"],
    }),
    lineColumn("special_needs/04.2.360.004/formula", {
      label: { ru: "Надбавка ООП", kk: "ЕБҚ үстемеақысы", en: "Special-needs supplement" },
      rows: [0, 1],
      amountsTiyn: ["500", "700"],
      headcounts: [null, null],
    }),
    lineColumn("overhead/04.9.360.001/estimate", {
      label: null,
      rows: [],
      amountsTiyn: [],
      headcounts: [],
      citywideTiyn: "12345",
    }),
  ],
};

/** The words of that run's methodology. */
export const NAMES: MethodologyNames = {
  currency: "KZT",
  codeLists: {
    tier: {
      secondary: { ru: "среднее образование", kk: "орта білім", en: "secondary" },
      preschool: { ru: "дошкольное", kk: "мектепке дейінгі", en: "preschool" },
    },
    district: {
      alatau: { ru: "Алатауский", kk: "Алатау", en: "Alatau" },
      medeu: { ru: "Медеуский", kk: "Медеу", en: "Medeu" },
    },
  },
  dimensions: { level: { ru: "Уровень", kk: "Деңгей", en: "Level" } },
  budgetCodes: { "04.9.360.001": { ru: "Управление", kk: "Басқарма", en: "Department" } },
  parameters: { rate: { ru: "Ставка", kk: "Мөлшерлеме", en: "Rate" } },
  formulas: { norm: { ru: "Норматив", kk: "Норматив", en: "Norm" } },
  facts: { pupils: { ru: "Ученики", kk: "Оқушылар", en: "Pupils" } },
  attributes: { tier: { ru: "Уровень", kk: "Деңгей", en: "Tier" } },
  tables: { steps: { ru: "Ступени", kk: "Баспалдақ", en: "Steps" } },
  mappings: { level_of: { ru: "Ступень класса", kk: "Сынып деңгейі", en: "Level of a grade" } },
  rates: { found: { ru: "Найденная ставка", kk: "Табылған мөлшерлеме", en: "Found rate" } },
  lines: { state: { ru: "Госзаказ", kk: "Мемтапсырыс", en: "State order" } },
  stages: { floor: { ru: "Защита", kk: "Қорғау", en: "Protection" } },
  units: {
    place: {
      many: { ru: "мест", kk: "орын", en: "places" },
      one: { ru: "место", kk: "орын", en: "place" },
    },
  },
  translations: { пресса: { ru: "пресса", kk: "баспасөз", en: "press" } },
};

/** The run itself. */
export const RUN: RunDetail = {
  id: "run-1",
  budgetYear: 2026,
  knownOn: "2026-12-31",
  ...{ registerHash: "r".repeat(64), methodologyHash: "m".repeat(64) },
  resultHash: "d2f2d8fd570f".padEnd(64, "0"),
  ...{ engineVersion: "0.1.0", createdAt: "2026-11-22T12:00:00.000Z", isDemonstration: true },
  ...{ organisationCount: 3, lineCount: 5, totalTiyn: "73213613546" },
  envelope: { limitTiyn: "80000000000", headroomTiyn: "6786386454", status: "assumed" },
  ...{ name: null, scenario: null },
  totals: {
    totalTiyn: "73213613546",
    byTier: [
      { id: "overhead", amountTiyn: "12345" },
      { id: "preschool", amountTiyn: "100000001" },
      { id: "secondary", amountTiyn: "73113600000" },
      { id: "special_needs", amountTiyn: "1200" },
    ],
    ...{ byDistrict: [], byBudgetCode: [], byMethod: [] },
  },
  ...{ assumed: [], warnings: [] },
};

function lineColumn(
  line: string,
  parts: Pick<RunLineColumn, "label" | "rows" | "amountsTiyn" | "headcounts"> &
    Partial<Pick<RunLineColumn, "citywideTiyn">>,
): RunLineColumn {
  const [tier = "", budgetCode = "", method] = line.split("/");
  return {
    ...{ line, tier, budgetCode, cases: null, citywideTiyn: null, ...parts },
    method: method === "estimate" ? "estimate" : "formula",
  };
}
