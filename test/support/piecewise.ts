/** Expressions that are piecewise linear in `p`, over tables `steps` and `corners`. */
import type { Random } from "./random.ts";

/** Choices in choices, as many levels deep. */
export function piecewise(random: Random, depth: number): string {
  const next = () => piecewise(random, depth - 1);
  const number = () => `${random.int(0, 40)}.${random.pick(["0", "5", "25"])}`;
  if (depth === 0) return random.pick(["p", `${random.int(1, 9)} * p`, number(), "p / 3"]);
  switch (random.int(0, 8)) {
    case 0:
      return `min(${next()}, ${next()})`;
    case 1:
      return `max(${next()}, ${next()})`;
    case 2:
      return `clamp(${next()}, ${random.int(0, 9)}, ${random.int(10, 40)})`;
    case 3:
      return `if(p > ${random.int(0, 30)}, ${next()}, ${next()})`;
    case 4:
      return `if(${next()} >= ${next()}, ${next()}, ${number()})`;
    case 5:
      return `band(${next()}, steps)`;
    case 6:
      return `interpolate(${next()}, corners)`;
    case 7:
      return `abs(${next()} - ${number()})`;
    default:
      return `(${next()} + ${number()} * ${next().replace(/^.*p.*$/, "2")})`;
  }
}
