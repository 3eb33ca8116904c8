/** What the server process tells its parent, as it is sent between the two. */
import { z } from "zod";
import { REFUSAL_REASONS } from "./start-refusal.ts";

const serverMessage = z.discriminatedUnion("kind", [
  /** It listens on this port. While nobody has an account, the first one needs the code. */
  z.object({
    kind: z.literal("ready"),
    port: z.number(),
    isDemonstration: z.boolean(),
    firstRunCode: z.string().optional(),
  }),
  /** It cannot start, and a new attempt would not help. */
  z.object({
    kind: z.literal("refused"),
    reason: z.enum(REFUSAL_REASONS),
    facts: z.record(z.string(), z.string()),
  }),
  /** A connection to the database broke; the next query opens another one. */
  z.object({ kind: z.literal("database-lost") }),
]);

export type ServerMessage = z.infer<typeof serverMessage>;

/** A message as it arrived; anything else is a bug of ours and stops. */
export function parseServerMessage(message: unknown): ServerMessage {
  return serverMessage.parse(message);
}
