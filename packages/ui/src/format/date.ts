/**
 * Days and moments. Months are our own words: Chromium has no Kazakh data, though it says it has.
 */
import type { Language } from "../i18n/language.ts";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  ru: [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
  ],
  kk: [
    "қаңтар",
    "ақпан",
    "наурыз",
    "сәуір",
    "мамыр",
    "маусым",
    "шілде",
    "тамыз",
    "қыркүйек",
    "қазан",
    "қараша",
    "желтоқсан",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

/** `2026-09-01` in words: `1 сентября 2026 года`, `2026 ж. 1 қыркүйек`, `1 September 2026`. */
export function formatLongDate(date: string, language: Language): string {
  const [year = "", month = "", day = ""] = date.split("-");
  const name = MONTHS[language][Number(month) - 1] ?? month;
  const number = String(Number(day));
  switch (language) {
    case "ru":
      return `${number} ${name} ${year} года`;
    case "kk":
      return `${year} ж. ${number} ${name}`;
    case "en":
      return `${number} ${name} ${year}`;
  }
}

/** `12.02.2026 14:32` where the person is, from an instant such as `2026-02-12T09:32:00Z`. */
export function formatMoment(instant: string): string {
  const moment = new Date(instant);
  const day = [moment.getDate(), moment.getMonth() + 1].map(twoDigits).join(".");
  return `${day}.${String(moment.getFullYear())} ${formatTime(moment.getTime())}`;
}

/** `14:32` where the person is, from milliseconds since 1970. */
export function formatTime(milliseconds: number): string {
  const moment = new Date(milliseconds);
  return [moment.getHours(), moment.getMinutes()].map(twoDigits).join(":");
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
