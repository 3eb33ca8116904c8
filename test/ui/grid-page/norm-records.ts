/** Parameters of the invented city: what the base has, with an act or without one. */
import type { Language } from "../../../packages/ui/src/i18n/language.ts";
import type { StoredCells, StoredRow } from "./cell-store.ts";

/** A parameter as the base has it. */
export type NormRecord = StoredRow & {
  readonly stream: number;
  readonly name: Readonly<Record<Language, string>>;
  readonly isAssumed: boolean;
  /** Follows from others: nobody enters it. */
  readonly isComputed: boolean;
};

/** Ten-thousandths of a tenge or of a share: the last place of every parameter. */
export const NORM_SCALE = 10_000n;

/** Streams of money, which are groups of parameters. */
export const STREAMS: readonly Readonly<Record<Language, string>>[] = [
  {
    ru: "Среднее образование, в год",
    kk: "Орта білім, жылына",
    en: "Secondary education, a year",
  },
  { ru: "Дошкольное, в месяц", kk: "Мектепке дейінгі, айына", en: "Preschool, a month" },
  { ru: "Дополнительное, в месяц", kk: "Қосымша білім, айына", en: "Extracurricular, a month" },
  { ru: "Поддержка детей с ООП", kk: "ЕБҚ бар балаларды қолдау", en: "Special needs" },
];

type Draft = readonly [
  stream: number,
  sign: string,
  base: number,
  names: readonly [ru: string, kk: string, en: string],
  kind?: "assumed" | "computed",
];

const DRAFTS: readonly Draft[] = [
  [0, "E₁", 248_900, ["Учебный процесс, 1–4", "Оқу процесі, 1–4", "Teaching, 1–4"]],
  [0, "E₂", 288_900, ["Учебный процесс, 5–9", "Оқу процесі, 5–9", "Teaching, 5–9"], "assumed"],
  [0, "E₃", 341_400, ["Учебный процесс, 10–11", "Оқу процесі, 10–11", "Teaching, 10–11"]],
  [0, "L", 128_600, ["Учебная среда", "Оқу ортасы", "Surroundings"]],
  [0, "N₂", 417_500, ["Норматив 5–9", "5–9 нормативі", "Norm, 5–9"], "computed"],
  [1, "P₁", 76_800, ["Общая группа, полный день", "Жалпы топ, толық күн", "Full day"]],
  [1, "P₂", 154_800, ["Инклюзивная группа", "Инклюзивті топ", "Inclusive group"], "assumed"],
  [1, "P₃", 104_900, ["Санаторная группа", "Санаторлық топ", "Sanatorium group"]],
  [2, "D₁", 19_200, ["Творческий заказ", "Шығармашылық тапсырыс", "Arts"]],
  [2, "D₂", 19_800, ["Спортивный заказ", "Спорттық тапсырыс", "Sports"], "assumed"],
  [3, "S₁", 0.5, ["Надбавка в обычном классе", "Жалпы сыныптағы үстемеақы", "Ordinary class"]],
  [3, "S₂", 1.1, ["Специальный класс", "Арнайы сынып", "Special class"], "assumed"],
];

/** All parameters, in the order of their streams. */
export function normRecords(): readonly NormRecord[] {
  return DRAFTS.map(([stream, sign, base, [ru, kk, en], kind]) => {
    const value = BigInt(Math.round(base * Number(NORM_SCALE)));
    return {
      id: `norm-${sign}`,
      cells: {
        ...{ sign, unit: stream === 3 ? "share" : "tenge", base: value, own: value, toBase: 0n },
        ...{ status: kind === "assumed" ? "assumed" : "enacted", validFrom: "2026-01-01" },
        ground: kind === "assumed" ? "" : "№ 12",
      },
      ...{ stream, name: { ru, kk, en } },
      ...{ isAssumed: kind === "assumed", isComputed: kind === "computed" },
    };
  });
}

/** The change against the base. */
export function deriveNorm(cells: StoredCells): StoredCells {
  const { own, base } = cells;
  return { toBase: typeof own === "bigint" && typeof base === "bigint" ? own - base : 0n };
}
