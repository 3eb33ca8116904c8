/** The command line as a function: arguments in, text out, an exit code back. */
import { ENGINE_VERSION, type Issue, issue } from "@zhanbasy/core";
import { Command, CommanderError } from "commander";
import { createTranslate } from "../create-translate.ts";
import { calculateCommand } from "./calculate-command.ts";
import { checkMethodologyCommand } from "./check-methodology-command.ts";
import { type CommandContext, DONE, type ExitCode, refuse } from "./command.ts";
import { explainCommand } from "./explain-command.ts";
import { missing, readLanguage, type WrittenOptions } from "./options.ts";

const COMMANDS = ["calculate", "explain", "check-methodology"];

export type CliOutput = Pick<CommandContext, "print" | "printError">;

/** Runs one command; what is wrong with the arguments is refused like any other input. */
export async function runCli(words: readonly string[], output: CliOutput): Promise<ExitCode> {
  let code: ExitCode = DONE;
  const context = await contextOf({ language: languageIn(words) }, output);
  const program = createProgram(context, (done) => {
    code = done;
  });
  try {
    await program.parseAsync(words.length === 0 ? ["--help"] : [...words], { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? DONE : refuse([faultOf(error, words)], context);
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

function createProgram(context: CommandContext, finish: (code: ExitCode) => void): Command {
  const { print, translate } = context;
  const help = (name: string): string => translate(`help.${name}`);
  const act =
    (run: (options: WrittenOptions, inLanguage: CommandContext) => Promise<ExitCode>) =>
    async (options: WrittenOptions): Promise<void> => {
      finish(await run(options, await contextOf(options, context)));
    };
  const program = new Command("zhanbasy")
    .description(help("description"))
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => titleIn(title, help),
      optionDescription: ({ description }) => description,
    })
    .usage(help("usageProgram"))
    .helpOption("-h, --help", help("help"))
    .helpCommand(`help ${help("usageHelp")}`, help("help"))
    .version(ENGINE_VERSION, "-V, --version", help("version"))
    .allowExcessArguments(true)
    .hook("preAction", (_program, command) => refuseExcess(command));
  const command = (name: string, text: string): Command =>
    program
      .command(name)
      .description(help(text))
      .usage(help("usageCommand"))
      .helpOption("-h, --help", help("help"));
  withRunOptions(command("calculate", "calculate"), help)
    .option("--envelope <amount>", help("envelope"))
    .option("--out <file>", help("out"))
    .option("--formulas <names>", help("formulas"))
    .option("--protections <file>", help("protections"))
    .option("--summary", help("summary"))
    .action(act(calculateCommand));
  withRunOptions(command("explain", "explain"), help)
    .option("--bin <bin>", help("bin"))
    .option("--organisation <id>", help("organisation"))
    .option("--line <line>", help("line"))
    .option("--formula <name>", help("formula"))
    .option("--format <format>", help("format"), "text")
    .action(act(explainCommand));
  command("check-methodology", "check")
    .usage(help("usageCheck"))
    .argument("<folder>", help("folder"))
    .option("--language <language>", help("language"), "ru")
    .action(async (folder: string, options: WrittenOptions) => {
      finish(await checkMethodologyCommand(folder, options, await contextOf(options, context)));
    });
  return program;
}

/** The titles of a help text are commander's own; ours stand in their place. */
function titleIn(title: string, help: (name: string) => string): string {
  return help(title.replace(":", "").toLowerCase());
}

/** A word that belongs to no option is refused by itself, not by how many words there are. */
function refuseExcess(command: Command): void {
  const [excess] = command.args.slice(command.registeredArguments.length);
  if (excess !== undefined) command.error(`'${excess}'`, { code: "commander.unknownOption" });
}

function withRunOptions(command: Command, help: (name: string) => string): Command {
  return command
    .option("--register <folder>", help("register"))
    .option("--methodology <name>", help("methodology"))
    .option("--year <year>", help("year"))
    .option("--known-on <date>", help("knownOn"))
    .option("--parameters <file>", help("parameters"))
    .option("--language <language>", help("language"), "ru");
}

async function contextOf(options: WrittenOptions, output: CliOutput): Promise<CommandContext> {
  const language = readLanguage(options);
  const translate = await createTranslate(language);
  return { language, translate, print: output.print, printError: output.printError };
}
