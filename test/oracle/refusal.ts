/** What the oracle does not calculate: the rule refuses it, and says so by a code. */
const REFUSED = "refused";

/** Stops the calculation for a reason that lies in the law or in the register. */
export function refuse(code: string): never {
  throw new RangeError(code, { cause: REFUSED });
}

/** The code of a refusal; nothing else is caught. */
export function refusalOf(error: unknown): string {
  if (error instanceof RangeError && error.cause === REFUSED) return error.message;
  throw error;
}
