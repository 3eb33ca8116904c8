/** A limit of a budget as it stands in two columns. */
import { tiyn } from "@zhanbasy/core";
import type { Envelope } from "../usecases/run-ports.ts";

/** Nothing where no limit was kept. */
export function envelopeOf(
  limitTiyn: string | null,
  status: Envelope["status"] | null,
): Envelope | undefined {
  if (limitTiyn === null || status === null) return undefined;
  return { limit: tiyn(BigInt(limitTiyn)), status };
}
