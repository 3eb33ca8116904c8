/** What `npm run bench` is asked for. */
import { parseArgs } from "node:util";

export type BenchOptions = {
  /** Only core beside its peers, with fewer rounds: within a minute. */
  readonly isQuick: boolean;
  /** The file for the measures as JSON. */
  readonly jsonFile: string | undefined;
  /** Whether the measures are printed as a table in Markdown. */
  readonly isMarkdown: boolean;
};

/** The options, or the sentence that refuses them. */
export function readBenchOptions(
  words: readonly string[],
): BenchOptions | { readonly refusal: string } {
  const options = {
    quick: { type: "boolean" },
    json: { type: "string" },
    markdown: { type: "boolean" },
  } as const;
  try {
    const { values } = parseArgs({ args: [...words], options, strict: true });
    return {
      isQuick: values.quick ?? false,
      jsonFile: values.json,
      isMarkdown: values.markdown ?? false,
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { refusal: `${reason}. The bench knows --quick, --json FILE and --markdown.` };
  }
}
