/** What a command is given, with what it printed. */
import type { CommandContext } from "../../packages/api/src/cli/command.ts";
import { createTranslate } from "../../packages/api/src/create-translate.ts";
import type { Language } from "../../packages/core/src/index.ts";

export async function commandContext(language: Language): Promise<{
  readonly context: CommandContext;
  readonly printed: () => string;
  readonly told: () => string;
}> {
  const printed: string[] = [];
  const told: string[] = [];
  const context: CommandContext = {
    ...{ language, translate: await createTranslate(language) },
    print: (text) => {
      printed.push(text);
    },
    printError: (text) => {
      told.push(text);
    },
  };
  return { context, printed: () => printed.join(""), told: () => told.join("") };
}
