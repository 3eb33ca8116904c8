/** Texts of organisations by their place in the city, and the months in which they are open. */
import type { RegisterColumns, TextColumn } from "../../../packages/core/src/index.ts";
import { MONTHS } from "./blocks.ts";

/** Gives the text of a row; empty where it has none. */
export function readerOf(column: TextColumn | undefined): (row: number) => string {
  return (row) => column?.texts[column.places[row] ?? -1] ?? "";
}

/** A bit for each month that an organisation is open from its first day to its last. */
export function openMonthsOf({ organisations }: RegisterColumns, year: number): Uint16Array {
  const [opened, closed] = [readerOf(organisations.openedOn), readerOf(organisations.closedOn)];
  const ends = Array.from({ length: MONTHS }, (_, month) => {
    const number = String(month + 1).padStart(2, "0");
    const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
    return { first: `${year}-${number}-01`, last: `${year}-${number}-${last}` };
  });
  return Uint16Array.from(organisations.ids, (_, row) => {
    const [openedOn, closedOn] = [opened(row), closed(row)];
    return ends.reduce((months, { first, last }, month) => {
      const isOpen = openedOn <= first && (closedOn === "" || closedOn >= last);
      return isOpen ? months | (1 << month) : months;
    }, 0);
  });
}
