import type { NewAuditEntry } from "../../packages/api/src/usecases/audit-ports.ts";

/** An entry of the journal by the product itself. */
export function auditEntry(change: Partial<NewAuditEntry> = {}): NewAuditEntry {
  return {
    madeAt: new Date("2026-11-23T10:00:00.000Z"),
    actor: undefined,
    action: "run-calculated",
    subject: "run 1",
    facts: {},
    ...change,
  };
}
