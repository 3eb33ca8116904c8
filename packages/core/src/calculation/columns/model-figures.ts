/** One line of one organisation as a model has it, before any stage. */
import { present } from "../../kernel/index.ts";
import type { CalculatedCity } from "../calculate-city.ts";
import { lineFigureOf, NO_LINE } from "../line-figures.ts";
import type { LineFigure } from "../run-state.ts";
import type { CityLines } from "./city-lines.ts";
import { figureAt } from "./column-figures.ts";

/** From columns alone where they were enough, or from the calculation line by line. */
export function figureOf(
  { lines }: CityLines,
  city: CalculatedCity | undefined,
  line: string,
  organisation: number,
): LineFigure {
  if (city === undefined) {
    const column = present(lines.get(line), `line ${line}`);
    const place = column.organisations.indexOf(organisation);
    return place < 0 ? NO_LINE : figureAt(present(column.current(), `values of ${line}`), place);
  }
  const state = present(city.figures.states[organisation], `organisation ${organisation}`);
  return lineFigureOf(present(city.figures.lines.get(line), `line ${line}`), state);
}
