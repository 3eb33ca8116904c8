/** Small rules of a register: enough of a methodology to read the rows that a test writes. */
import type {
  AttributeDefinition,
  CalendarPeriod,
  FactDefinition,
  HeadcountFact,
  RegisterRules,
} from "../../packages/core/src/index.ts";

type CodeSpec = readonly [code: string, ru: string, properties?: Readonly<Record<string, string>>];

const CODES: Readonly<Record<string, readonly CodeSpec[]>> = {
  tier: [
    ["preschool", "дошкольное воспитание"],
    ["secondary", "среднее образование"],
    ["extracurricular", "дополнительное образование"],
    ["special_needs", "особые потребности"],
    ["overhead", "прочее"],
  ],
  district: [
    ["alatau", "Алатауский район"],
    ["medeu", "Медеуский район"],
  ],
  organisation_type: [
    ["general_school", "общеобразовательная школа", { tier: "secondary" }],
    ["gymnasium", "гимназия", { tier: "secondary" }],
    ["kindergarten", "детский сад", { tier: "preschool" }],
    ["pmpk", "ПМПК", { tier: "special_needs" }],
  ],
  ownership: [
    ["state_institution", "государственное учреждение"],
    ["private", "частная"],
  ],
  location: [
    ["urban", "город"],
    ["rural", "село"],
  ],
  build_kind: [
    ["none", "нет"],
    ["new", "новое строительство"],
  ],
  language: [
    ["kk", "казахский"],
    ["ru", "русский"],
    ["en", "английский"],
  ],
  level: [
    ["primary", "начальный"],
    ["basic", "основной"],
  ],
  group: [["full_day", "полный день"]],
  programme: [
    ["general", "общая"],
    ["special", "специальная"],
  ],
  child_category: [
    ["under_3", "до трёх лет"],
    ["from_3", "от трёх лет"],
  ],
};

const PERIODS: readonly CalendarPeriod[] = [
  {
    dimension: "month",
    kind: "month",
    members: Array.from({ length: 12 }, (_, at) => {
      const code = String(at + 1).padStart(2, "0");
      return { code, date: `${code}-01` };
    }),
  },
  {
    dimension: "count",
    kind: "date",
    members: [
      { code: "january", date: "01-01" },
      { code: "september", date: "09-05" },
    ],
  },
];

const ATTRIBUTES: readonly AttributeDefinition[] = [
  code("district", "district_code"),
  code("organisation_type"),
  code("ownership"),
  code("location"),
  attribute("design_capacity", { kind: "number", unit: "pupil" }),
  code("build_kind"),
  { ...attribute("commissioned_on", { kind: "date" }), isOptional: true },
  attribute("languages", { kind: "codes", codeList: "language" }),
  {
    ...code("tier"),
    column: undefined,
    derivation: { from: "organisation_type", property: "tier" },
  },
];

const FACTS: readonly FactDefinition[] = [
  {
    ...fact("secondary.enrolled", "count"),
    dimensions: [
      { dimension: "level", column: "level_or_group" },
      { dimension: "programme", column: "programme" },
    ],
    where: { tier: "secondary", child_category: "general" },
  },
  {
    ...fact("preschool.enrolled", "month"),
    dimensions: [
      { dimension: "group", column: "level_or_group" },
      { dimension: "child_category", column: "child_category" },
    ],
    where: { tier: "preschool", programme: "core" },
  },
  {
    ...{ id: "secondary.meals", label: label("secondary.meals"), unit: "1", yearOffset: 0 },
    ...{ source: "facts", measure: "secondary.meals", period: undefined, isWhole: false },
    dimensions: [{ dimension: "level" }],
  },
];

const HEADERS: readonly (readonly [column: string, header: string])[] = [
  ["district_code", "Район"],
  ["bin", "БИН"],
  ["name_ru", "Наименование организации / на русском языке"],
  ["name_kk", "Наименование организации / на казахском языке"],
  ["organisation_type", "Вид организации"],
  ["ownership", "Форма собственности"],
  ["location", "Местность"],
  ["design_capacity", "Проектная мощность"],
  ["build_kind", "Здание / строительство"],
  ["commissioned_on", "Здание / дата ввода"],
  ["languages", "Язык обучения"],
  ["opened_on", "Дата открытия"],
  ["closed_on", "Дата закрытия"],
  ["successor_bin", "БИН правопреемника"],
];

/** Two tiers: schools counted by date, with meals by the year; kindergartens by month. */
export function registerRules(change: Partial<RegisterRules> = {}): RegisterRules {
  return {
    idScheme: "bin",
    codeLists: new Map(Object.entries(CODES).map(([id, codes]) => [id, codeList(id, codes)])),
    attributes: ATTRIBUTES,
    facts: FACTS,
    calendar: PERIODS,
    budgetCodes: new Set(["04.1.360.034", "04.2.360.040", "04.2.360.003"]),
    workbook: {
      columns: HEADERS.map(([column, header]) => ({ column, headers: [header] })),
      ignoredFirstCells: ["Итого", "Всего", "Исполнитель"],
      dictionarySheet: "Справочник",
    },
    isReporter: (factId, { attributes }) => factId.startsWith(attributes.get("tier") ?? " "),
    suggestFact: () => "",
    ...change,
  };
}

function codeList(id: string, codes: readonly CodeSpec[]) {
  return {
    id,
    label: label(id),
    codes: new Map(
      codes.map(([each, ru, properties = {}]) => [
        each,
        { code: each, label: { ru, kk: `${ru} (kk)`, en: `${each} (en)` }, words: [], properties },
      ]),
    ),
  };
}

function attribute(
  id: string,
  type: AttributeDefinition["type"],
  column = id,
): AttributeDefinition {
  return { id, label: label(id), isOptional: false, column, derivation: undefined, type };
}

function code(id: string, column = id): AttributeDefinition {
  return attribute(id, { kind: "code", codeList: id }, column);
}

function fact(id: string, period: string): Omit<HeadcountFact, "dimensions" | "where"> {
  const common = { id, label: label(id), unit: "pupil", period, yearOffset: 0 };
  return { ...common, source: "headcounts", measure: "enrolled" };
}

function label(text: string) {
  return { ru: text, kk: text, en: text };
}
