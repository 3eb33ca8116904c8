export { apportion, apportionQuotas, apportionWithin } from "./apportion.ts";
export { countDigits, DECIMAL_DIGITS_LIMIT, Dec, findDecimal, formatDecimal } from "./decimal.ts";
export { formatRatio } from "./format-ratio.ts";
export {
  addRatios,
  compareRatios,
  divideRatios,
  divideRounded,
  findFiniteDigits,
  isTooLargeRatio,
  isZeroRatio,
  multiplyRatios,
  negateRatio,
  ONE,
  type Ratio,
  type RoundingMode,
  ratioOf,
  ratioOfDecimal,
  reduceRatio,
  roundRatio,
  subtractRatios,
  ZERO,
} from "./ratio.ts";
export {
  assertEqualTiyn,
  findTiyn,
  formatTenge,
  roundToTiyn,
  sumTiyn,
  type Tiyn,
  tiyn,
} from "./tiyn.ts";
export {
  baseUnit,
  divideUnits,
  equalUnits,
  findUnit,
  formatUnit,
  multiplyUnits,
  UNITLESS,
  type Unit,
} from "./unit.ts";
