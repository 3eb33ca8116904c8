/** Figures made of others row by row. */
import type { Binder } from "./binder.ts";
import { classesOf } from "./classes.ts";
import { anyCounted, type Counted, keepLast } from "./counted.ts";
import type { Domain } from "./domain.ts";
import {
  countedAt,
  createFigure,
  type NumberFigure,
  type NumberInput,
  numbersAt,
  reachInput,
  sourcesOf,
} from "./figure.ts";
import type { Numbers } from "./numbers.ts";

/** A figure of operands that are all asked, row by row. */
export function mapNumbers(
  inputs: readonly NumberInput[],
  domain: Domain,
  binder: Pick<Binder, "figures">,
  combine: (values: readonly Numbers[]) => Numbers,
): NumberFigure {
  const last = keepLast<Counted>();
  const compute = () => ({
    numbers: combine(inputs.map(numbersAt)),
    counted: anyCounted(inputs.map(countedAt), last),
  });
  const classes = classesOf(inputs, domain.size);
  const parts = {
    ...{ sources: sourcesOf(inputs), reaches: inputs.map(reachInput), compute },
    ...(classes === undefined ? {} : { classes }),
  };
  return createFigure(domain, parts, binder.figures);
}
