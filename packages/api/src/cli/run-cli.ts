/** The command line as a function: arguments in, text out, an exit code back. */
import { type Issue, issue } from "@zhanbasy/core";
import { Command, CommanderError } from "commander";
import { calculateCommand } from "./calculate-command.ts";
import { checkMethodologyCommand } from "./check-methodology-command.ts";
import { type CommandContext, DONE, type ExitCode, refuse } from "./command.ts";
import { explainCommand } from "./explain-command.ts";
import { missing, readLanguage, type WrittenOptions } from "./options.ts";
import { createTranslate } from "./texts.ts";

const COMMANDS = ["calculate", "explain", "check-methodology"];

export type CliOutput = Pick<CommandContext, "print" | "printError">;

/** Runs one command; what is wrong with the arguments is refused like any other input. */
export async function runCli(words: readonly string[], output: CliOutput): Promise<ExitCode> {
  let code: ExitCode = DONE;
  const program = createProgram(output, (done) => {
    code = done;
  });
  try {
    await program.parseAsync([...words], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return DONE;
    const context = await contextOf({ language: languageIn(words) }, output);
    return refuse([faultOf(error, words)], context);
  }
}

/** The language asked for, even where the rest of the words could not be understood. */
function languageIn(words: readonly string[]): string {
  const joined = words.find((word) => word.startsWith("--language="));
  if (joined !== undefined) return joined.slice("--language=".length);
  return words.find((_, position) => words[position - 1] === "--language") ?? "";
}

/** What commander refused, in our own words. */
function faultOf({ code, message }: CommanderError, words: readonly string[]): Issue {
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? words.join(" ");
  switch (code) {
    case "commander.unknownOption":
      return issue("option-unknown", {}, { value: quoted });
    case "commander.optionMissingArgument":
    case "commander.missingArgument":
      return missing(quoted, quoted);
    default:
      return issue("command-unknown", {}, { value: quoted, expected: COMMANDS.join(", ") });
  }
}

function createProgram(output: CliOutput, finish: (code: ExitCode) => void): Command {
  const program = new Command("zhanbasy")
    .description("Per-capita education funding: calculated, explained, to the tiyn.")
    .exitOverride()
    .configureOutput({ writeOut: output.print, writeErr: () => undefined })
    .allowExcessArguments(true)
    .hook("preAction", (_program, command) => refuseExcess(command));
  withRunOptions(program.command("calculate").description("calculate every line of a register"))
    .option("--envelope <amount>", "budget limit in tenge")
    .option("--out <file>", "write the lines to a .csv or .json file")
    .option("--summary", "print one JSON object with totals")
    .action(async (options: WrittenOptions) => {
      finish(await calculateCommand(options, await contextOf(options, output)));
    });
  withRunOptions(program.command("explain").description("say why a line is what it is"))
    .option("--bin <bin>", "organisation; left out for a citywide line")
    .option("--line <line>", "tier/budget_code/method")
    .option("--format <format>", "text or json", "text")
    .action(async (options: WrittenOptions) => {
      finish(await explainCommand(options, await contextOf(options, output)));
    });
  program
    .command("check-methodology")
    .description("find every fault of a methodology")
    .argument("<folder>", "a built-in methodology or a folder")
    .option("--language <language>", "ru, kk or en", "ru")
    .action(async (folder: string, options: WrittenOptions) => {
      finish(await checkMethodologyCommand(folder, options, await contextOf(options, output)));
    });
  return program;
}

/** A word that belongs to no option is refused by itself, not by how many words there are. */
function refuseExcess(command: Command): void {
  const [excess] = command.args.slice(command.registeredArguments.length);
  if (excess !== undefined) command.error(`'${excess}'`, { code: "commander.unknownOption" });
}

function withRunOptions(command: Command): Command {
  return command
    .option("--register <folder>", "folder with the register's files")
    .option("--methodology <name>", "a built-in methodology such as kz/almaty, or a folder")
    .option("--year <year>", "budget year")
    .option("--known-on <date>", "state of knowledge; by default 31 December of the year")
    .option("--parameters <file>", "table that replaces all parameter values")
    .option("--language <language>", "ru, kk or en", "ru");
}

async function contextOf(options: WrittenOptions, output: CliOutput): Promise<CommandContext> {
  const language = readLanguage(options);
  return { language, translate: await createTranslate(language), ...output };
}
