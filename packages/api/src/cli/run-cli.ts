/** The command line as a function: arguments in, text out, an exit code back. */
import { ENGINE_VERSION, type Issue, issue } from "@zhanbasy/core";
import { Command, CommanderError, Option } from "commander";
import { createTranslate } from "../create-translate.ts";
import { type CommandContext, DONE, type ExitCode, refuse } from "./command.ts";
import { COMMANDS, type CommandWords } from "./command-table.ts";
import type { OptionWords } from "./option-words.ts";
import { missing, readLanguage, type WrittenOptions } from "./options.ts";

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
      return issue("command-unknown", {}, { value: quoted, expected: commandNames() });
  }
}

function commandNames(): string {
  return COMMANDS.map(({ name }) => name).join(", ");
}

function createProgram(context: CommandContext, finish: (code: ExitCode) => void): Command {
  const { print, translate } = context;
  const help = (name: string): string => translate(`help.${name}`);
  const program = new Command("zhanbasy")
    .description(help("description"))
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: () => undefined })
    .configureHelp({
      styleTitle: (title) => titleIn(title, help),
      optionDescription: ({ description }) => description,
      subcommandTerm,
    })
    .usage(help("usageProgram"))
    .helpOption("-h, --help", help("help"))
    .helpCommand(`help ${help("usageHelp")}`, help("help"))
    .version(ENGINE_VERSION, "-V, --version", help("version"))
    .allowExcessArguments(true)
    .hook("preAction", (_program, command) => refuseExcess(command));
  for (const words of COMMANDS) {
    addCommand(program, words, help, async (written) => {
      finish(await words.run(written, await contextOf(written, context)));
    });
  }
  return program;
}

function addCommand(
  program: Command,
  { name, help: text, options, argument }: CommandWords,
  help: (name: string) => string,
  act: (written: WrittenOptions) => Promise<void>,
): void {
  const command = program
    .command(name)
    .description(help(text))
    .usage(help(argument === undefined ? "usageCommand" : "usageCheck"))
    .helpOption("-h, --help", help("help"));
  if (argument !== undefined) command.argument(`<${argument}>`, help(argument));
  const inOrder: string[] = [];
  for (const words of options) command.addOption(optionOf(words, help, inOrder));
  command.action(async (...given: readonly unknown[]) => {
    const named = argument === undefined ? {} : { [argument]: String(given[0]) };
    await act({ ...command.opts<WrittenOptions>(), ...named, inOrder });
  });
}

/** The option as commander takes it; an ordered one leaves its name and value in `inOrder`. */
function optionOf(
  { flags, help: text, otherwise, isList, isOrdered }: OptionWords,
  help: (name: string) => string,
  inOrder: string[],
): Option {
  const option = new Option(flags, help(text));
  if (otherwise !== undefined) option.default(otherwise);
  if (isList) {
    option.argParser((value, before: readonly string[] | undefined) => [...(before ?? []), value]);
  }
  if (isOrdered) {
    option.argParser((value) => {
      inOrder.push(`${option.name()}=${value}`);
      return value;
    });
  }
  return option;
}

/** A command with what stands behind it; that it has options goes without saying. */
function subcommandTerm(command: Command): string {
  const own = command.registeredArguments.map((each) =>
    each.required ? `<${each.name()}>` : `[${each.name()}]`,
  );
  return [command.name(), ...own].join(" ");
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

async function contextOf(options: WrittenOptions, output: CliOutput): Promise<CommandContext> {
  const language = readLanguage(options);
  const translate = await createTranslate(language);
  return { language, translate, print: output.print, printError: output.printError };
}
