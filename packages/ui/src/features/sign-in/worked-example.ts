/**
 * One figure of the demonstration city, worked out: primary classes of school № 501 in 2026. The
 * product itself calculates it so, to the tiyn.
 */

/** Tiyn a pupil and year: (462 600 + 131 500) × (1,000 + 0,085), rounded to whole tenge. */
export const EXAMPLE_NORM_TIYN = 64_459_900n;

/** Pupils on yearly average: (516 × 8 months + 528 × 4 months) ÷ 12. */
export const EXAMPLE_ROLL = 520n;

/** Tiyn a year. */
export const EXAMPLE_AMOUNT_TIYN = EXAMPLE_NORM_TIYN * EXAMPLE_ROLL;
