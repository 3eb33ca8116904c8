/** Tells a database that is gone for a moment from a fault of ours. */
import { errorCode } from "../serve/start-refusal.ts";

/** What the database says when it stops, and the system when it is not there. */
const CODES = /^(?:57P0\d|ENOENT|ECONNREFUSED|ECONNRESET|EPIPE)$/;
/** What the driver says, which gives its own errors no code. */
const WORDS =
  /^Connection terminated|^Client .* not queryable$|^timeout exceeded when trying to connect$/;

/** A database that stops, restarts or is not there: another attempt may find it. */
export function isDatabaseGone(error: unknown): boolean {
  // The library of queries wraps what the connection says.
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some(
    (each) => each instanceof Error && (CODES.test(errorCode(each)) || WORDS.test(each.message)),
  );
}
