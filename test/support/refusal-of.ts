import { StartRefusal } from "../../packages/api/src/serve/start-refusal.ts";

/** What a start is refused for. */
export type SeenRefusal = Pick<StartRefusal, "reason" | "facts">;

/** The refusal that the work ends with. */
export async function refusalOf(work: () => unknown): Promise<SeenRefusal> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    return { reason: error.reason, facts: error.facts };
  }
  throw new Error("nothing was refused");
}
