/**
 * A bug of ours, never a fault of the input: nobody handles it, the calculation stops and shows no
 * figure.
 */
export class InvariantViolation extends Error {
  override readonly name = "InvariantViolation";
}

/** Stops with an `InvariantViolation` when `condition` does not hold. */
export function invariant(condition: boolean, message: string): asserts condition {
  if (!condition) throw new InvariantViolation(message);
}

/** The value, which must be there by construction; its absence is a bug of ours. */
export function present<Value>(value: Value | undefined, message: string): Value {
  invariant(value !== undefined, message);
  return value;
}
