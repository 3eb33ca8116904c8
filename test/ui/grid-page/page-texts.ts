/** Words of the page itself, in three languages; the layer has its own in the product's texts. */
import type { Language } from "../../../packages/ui/src/i18n/language.ts";

type Worded = readonly [ru: string, kk: string, en: string];

const TEXTS = {
  roll: ["Контингент", "Контингент", "Roll"],
  norms: ["Нормативы", "Нормативтер", "Norms"],
  plan: ["План по месяцам", "Айлар бойынша жоспар", "Plan by month"],
  page: ["Слой таблиц", "Кесте қабаты", "Grid layer"],
  place: ["Выдуманный город", "Ойдан шығарылған қала", "An invented city"],
  rows: ["Организации", "Ұйымдар", "Organisations"],
  columns: ["Столбцы", "Бағандар", "Columns"],
  state: ["Состояние сценария", "Сценарий күйі", "State of the scenario"],
  organisation: ["Организация", "Ұйым", "Organisation"],
  city: [
    "Город, организаций: {{count}}",
    "Қала, ұйымдар: {{count}}",
    "City, organisations: {{count}}",
  ],
  shown: [
    "Показано {{shown}} из {{all}}",
    "{{all}} ішінен {{shown}} көрсетілді",
    "{{shown}} of {{all}} shown",
  ],
  type: ["Вид", "Түрі", "Type"],
  bandRoll: ["Контингент, чел.", "Контингент, адам", "Roll, children"],
  january: ["на 01.01", "01.01", "1 Jan"],
  januaryTitle: ["Контингент на 1 января", "1 қаңтардағы контингент", "Roll on 1 January"],
  september: ["на 05.09", "05.09", "5 Sep"],
  septemberTitle: ["Контингент на 5 сентября", "5 қыркүйектегі контингент", "Roll on 5 September"],
  average: ["средний", "орташа", "average"],
  averageTitle: [
    "Среднегодовой контингент",
    "Жылдық орташа контингент",
    "Average roll of the year",
  ],
  special: ["Доля ООП", "ЕБҚ үлесі", "Special needs"],
  specialTitle: [
    "Доля детей с особыми образовательными потребностями",
    "Ерекше білім қажеттілігі бар балалардың үлесі",
    "Share of children with special needs",
  ],
  bandNorm: ["Норматив", "Норматив", "Norm"],
  rate: ["Ставка, ₸", "Мөлшерлеме, ₸", "Rate, ₸"],
  rateTitle: ["Ставка на ученика в год", "Бір оқушыға жылдық мөлшерлеме", "Rate per pupil a year"],
  coefficient: ["Коэфф.", "Коэфф.", "Coeff."],
  coefficientTitle: ["Поправочный коэффициент", "Түзету коэффициенті", "Correction coefficient"],
  bandAmount: ["Сумма", "Сома", "Amount"],
  amount: ["2026, ₸", "2026, ₸", "2026, ₸"],
  amountTitle: ["Сумма на 2026 год", "2026 жылға арналған сома", "Amount for 2026"],
  change: ["к базе, %", "базаға, %", "to base, %"],
  changeTitle: ["Изменение к базе", "Базамен салыстырғандағы өзгеріс", "Change against the base"],
  capacity: ["Мощность", "Қуаты", "Capacity"],
  capacityTitle: ["Проектная мощность", "Жобалық қуаты", "Design capacity"],
  date: ["Дата", "Күні", "Date"],
  dateTitle: ["Дата решения", "Шешім күні", "Date of the decision"],
  note: ["Примечание", "Ескертпе", "Note"],
  bandMonths: ["План по месяцам, ₸", "Айлар бойынша жоспар, ₸", "Plan by month, ₸"],
  bandClasses: ["По классам, чел.", "Сыныптар бойынша, адам", "By year, children"],
  classTitle: ["{{number}} класс", "{{number}}-сынып", "Year {{number}}"],
  lockedCapacity: [
    "Мощность меняет только реестр",
    "Қуатты тек тізілім өзгертеді",
    "Only the register changes the capacity",
  ],
  lockedClosed: [
    "Организация закрыта, правки не принимаются",
    "Ұйым жабылған, түзетулер қабылданбайды",
    "The organisation is closed and takes no edits",
  ],
  overCapacity: [
    "Контингент выше проектной мощности",
    "Контингент жобалық қуаттан жоғары",
    "The roll is above the design capacity",
  ],
  fault: [
    "Больше двух мощностей: проверьте реестр",
    "Екі қуаттан артық: тізілімді тексеріңіз",
    "More than twice the capacity: check the register",
  ],
  tooFine: [
    "Столько знаков после запятой столбец не хранит",
    "Баған үтірден кейін мұнша таңба сақтамайды",
    "The column does not keep so many decimals",
  ],
  tooLarge: ["Не больше {{most}}", "Ең көбі {{most}}", "At most {{most}}"],
  negative: ["Не меньше нуля", "Нөлден кем болмауы керек", "Not below zero"],
  noDate: ["Такой даты нет", "Мұндай күн жоқ", "There is no such date"],
  absent: ["нет", "жоқ", "none"],
  tenge: ["тенге", "теңге", "tenge"],
  pupil: ["ученик", "оқушы", "pupil"],
  share: ["доля", "үлес", "share"],
  percent: ["процент", "пайыз", "percent"],
  spokenTenge: ["{{figure}} тенге", "{{figure}} теңге", "{{figure}} tenge"],
  spokenPercent: ["{{figure}} процента", "{{figure}} пайыз", "{{figure}} percent"],
  parameter: ["Показатель", "Көрсеткіш", "Parameter"],
  sign: ["Знак", "Белгі", "Sign"],
  unit: ["Ед.", "Бірл.", "Unit"],
  base: ["База 2026", "База 2026", "Base 2026"],
  lockedBase: ["База не меняется", "База өзгермейді", "The base does not change"],
  own: ["Вариант Б", "Б нұсқасы", "Variant B"],
  toBase: ["К базе", "Базаға", "To base"],
  status: ["Статус", "Мәртебе", "Status"],
  assumed: ["условное", "шартты", "assumed"],
  enacted: ["действует", "қолданыстағы", "enacted"],
  validFrom: ["Действует с", "Қолданылуы", "Valid from"],
  ground: ["Основание", "Негіздеме", "Ground"],
  allParameters: ["Показателей: {{count}}", "Көрсеткіштер: {{count}}", "Parameters: {{count}}"],
  school: ["школа", "мектеп", "school"],
  lyceum: ["лицей", "лицей", "lyceum"],
  gymnasium: ["гимназия", "гимназия", "gymnasium"],
  kindergarten: ["ясли-сад", "бөбекжай", "kindergarten"],
  search: ["Найти в листе", "Парақтан табу", "Find in the sheet"],
  searchClear: ["Очистить поиск", "Іздеуді тазалау", "Clear the search"],
  whole: ["Весь город, 2026", "Бүкіл қала, 2026", "The whole city, 2026"],
  stale: ["Данные изменились", "Деректер өзгерді", "Data have changed"],
  staleNotice: [
    "Данные изменились после расчёта: суммы прежние",
    "Деректер есептен кейін өзгерді: сомалар бұрынғы қалпында",
    "Data changed after the calculation: amounts are the former ones",
  ],
  lock: ["Утверждён", "Бекітілді", "Approved"],
  lockReason: [
    "Сценарий утверждён: правки возможны в его копии",
    "Сценарий бекітілген: түзетуді көшірмесінде жасауға болады",
    "The scenario is approved: edit a copy of it",
  ],
} as const satisfies Readonly<Record<string, Worded>>;

/** A text of the page by its name. */
export type PageTextKey = keyof typeof TEXTS;

/** Writes a text of the page with its variables put in. */
export type PageText = (
  key: PageTextKey,
  variables?: Readonly<Record<string, string | number>>,
) => string;

const PLACES: Readonly<Record<Language, 0 | 1 | 2>> = { ru: 0, kk: 1, en: 2 };

/** The texts of one language. */
export function pageText(language: Language): PageText {
  return (key, variables = {}) =>
    TEXTS[key][PLACES[language]].replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) =>
      String(variables[name] ?? ""),
    );
}

/** The districts of the invented city. */
export const DISTRICTS: readonly Readonly<Record<Language, string>>[] = [
  { ru: "Северный", kk: "Солтүстік", en: "Northern" },
  { ru: "Заречный", kk: "Өзенарты", en: "Riverside" },
  { ru: "Предгорный", kk: "Тауалды", en: "Foothill" },
  { ru: "Садовый", kk: "Бағбан", en: "Garden" },
  { ru: "Привокзальный", kk: "Вокзалмаңы", en: "Station" },
  { ru: "Университетский", kk: "Университет", en: "University" },
  { ru: "Озёрный", kk: "Көлжаға", en: "Lakeside" },
  { ru: "Новый", kk: "Жаңа", en: "New" },
];

/** Kinds of organisations with the way each is named by its number. */
export const KINDS: readonly {
  readonly id: "school" | "lyceum" | "gymnasium" | "kindergarten";
  readonly name: Readonly<Record<Language, (number: number) => string>>;
}[] = [
  {
    id: "school",
    name: {
      ru: (number) => `Школа № ${number}`,
      kk: (number) => `№ ${number} мектеп`,
      en: (number) => `School No. ${number}`,
    },
  },
  {
    id: "lyceum",
    name: {
      ru: (number) => `Школа-лицей № ${number}`,
      kk: (number) => `№ ${number} мектеп-лицей`,
      en: (number) => `Lyceum No. ${number}`,
    },
  },
  {
    id: "gymnasium",
    name: {
      ru: (number) => `Школа-гимназия № ${number}`,
      kk: (number) => `№ ${number} мектеп-гимназия`,
      en: (number) => `Gymnasium No. ${number}`,
    },
  },
  {
    id: "kindergarten",
    name: {
      ru: (number) => `Ясли-сад № ${number}`,
      kk: (number) => `№ ${number} бөбекжай-бақша`,
      en: (number) => `Kindergarten No. ${number}`,
    },
  },
];
