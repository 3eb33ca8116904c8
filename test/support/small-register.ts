/**
 * The smallest register folder: a private school and a kindergarten of the rules in
 * register-rules.ts.
 */

export const SCHOOL = "690240744430";
export const KINDERGARTEN = "620740686861";
/** Well formed, but of neither organisation. */
export const STRANGER = "650140308051";

/** Lines by file, header first. */
export const SMALL_REGISTER: Readonly<Record<string, readonly string[]>> = {
  "organisations.csv": [
    "bin,name_ru,name_kk,district_code,organisation_type,ownership,location,design_capacity,build_kind,commissioned_on,languages,opened_on,closed_on,successor_bin",
    "690240744430,Школа № 1,№ 1 мектеп,alatau,general_school,private,urban,260,new,2018-11-01,kk;ru,2018-11-01,,",
    "620740686861,Детский сад № 2,№ 2 балабақша,medeu,kindergarten,state_institution,urban,120,none,,kk,1990-09-01,,",
  ],
  "headcounts.csv": [
    "bin,measure,period,tier,level_or_group,programme,child_category,headcount",
    "690240744430,enrolled,2026-01-01,secondary,primary,general,general,174",
    "620740686861,enrolled,2026-01,preschool,full_day,core,from_3,80",
  ],
  "estimates.csv": [
    "line_id,fiscal_year,bin,tier,budget_code,name_ru,amount,status,note",
    "EST-1,2026,,overhead,04.2.360.003,Содержание,100.50,assumed,",
  ],
  "last_year.csv": [
    "bin,tier,budget_code,method,child_months,amount",
    "690240744430,secondary,04.2.360.040,formula,1400,1000.00",
  ],
};

/**
 * A sheet as a department keeps it: title, two header rows, column numbers, the school, a total.
 */
export const SMALL_SHEET: readonly (readonly (string | number)[])[] = [
  ["Реестр организаций"],
  [],
  [
    "№",
    "Район",
    "БИН",
    "Наименование организации",
    "",
    "Вид организации",
    "Форма собственности",
    "Местность",
    "Проектная мощность",
    "Здание",
    "",
    "Язык обучения",
    "Дата открытия",
    "Дата закрытия",
    "БИН правопреемника",
  ],
  [
    "",
    "",
    "",
    "на русском языке",
    "на казахском языке",
    "",
    "",
    "",
    "",
    "строительство",
    "дата ввода",
  ],
  Array.from({ length: 15 }, (_, at) => String(at + 1)),
  [
    1,
    "Алатауский район",
    "690240744430",
    "Школа № 1",
    "№ 1 мектеп",
    "общеобразовательная школа",
    "частная",
    "город",
    "260",
    "новое строительство",
    "01.11.2018",
    "казахский, русский",
    "01.11.2018",
    "",
    "",
  ],
  [
    2,
    "Медеуский район",
    "620740686861",
    "Детский сад № 2",
    "№ 2 балабақша",
    "детский сад",
    "государственное учреждение",
    "город",
    120,
    "нет",
    "",
    "казахский",
    "01.09.1990",
    "",
    "",
  ],
  ["", "Итого по городу: 2", "", "", "", "", "", "", "380"],
];
