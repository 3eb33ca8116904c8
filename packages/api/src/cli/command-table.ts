/** The commands of the command line, in the order of the help. */

import { surroundingsOf } from "../serve/surroundings.ts";
import { attributeCommand } from "./attribute-command.ts";
import { calculateCommand } from "./calculate-command.ts";
import { checkMethodologyCommand } from "./check-methodology-command.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { compareCommand } from "./compare-command.ts";
import { equityCommand } from "./equity-command.ts";
import { explainCommand } from "./explain-command.ts";
import { marginalCommand } from "./marginal-command.ts";
import { mergeCommand } from "./merge-command.ts";
import {
  BIN,
  BY_WAY,
  LANGUAGE,
  type OptionWords,
  ORGANISATION,
  OUT_SCENARIO,
  OUT_TABLE,
  option,
  ordered,
  RUN_OPTIONS,
  SCENARIO,
  SCENARIOS,
  SUMMARY,
} from "./option-words.ts";
import type { WrittenOptions } from "./options.ts";
import { rebaseCommand } from "./rebase-command.ts";
import { solveCommand } from "./solve-command.ts";

/** A command: its words and what it does. */
export type CommandWords = {
  readonly name: string;
  /** The key of its sentence under `help`. */
  readonly help: string;
  readonly options: readonly OptionWords[];
  /** What stands behind the command without an option: the key of its sentence, too. */
  readonly argument?: "folder";
  readonly run: (written: WrittenOptions, context: CommandContext) => Promise<ExitCode>;
};

export const COMMANDS: readonly CommandWords[] = [
  {
    ...{ name: "calculate", help: "calculate", run: calculateCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIO,
      option("--envelope <amount>", "envelope"),
      option("--out <file>", "out"),
      option("--formulas <names>", "formulas"),
      option("--protections <file>", "protections"),
      SUMMARY,
    ],
  },
  {
    ...{ name: "explain", help: "explain", run: explainCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIO,
      BIN,
      ORGANISATION,
      option("--line <line>", "line"),
      option("--formula <name>", "formula"),
      { ...option("--format <format>", "format"), otherwise: "text" },
    ],
  },
  {
    ...{ name: "solve", help: "solve", run: solveCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIO,
      ordered("--lever <lever>", "lever"),
      ordered("--then-lever <lever>", "thenLever"),
      ordered("--least <value>", "least"),
      ordered("--greatest <value>", "greatest"),
      ordered("--step <value>", "step"),
      option("--target <scope>", "target"),
      option("--limit <amount>", "limit"),
      option("--headroom <amount>", "headroomLeft"),
      OUT_TABLE,
      option("--save-scenario <file>", "saveScenario"),
      SUMMARY,
    ],
  },
  {
    ...{ name: "compare", help: "compare", run: compareCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIOS,
      option("--with <what>", "with"),
      BY_WAY,
      option("--join-successors", "joinSuccessors"),
      OUT_TABLE,
      SUMMARY,
    ],
  },
  {
    ...{ name: "attribute", help: "attribute", run: attributeCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIO,
      option("--against-scenario <file>", "againstScenario"),
      option("--against-known-on <date>", "againstKnownOn"),
      option("--against-register <folder>", "againstRegister"),
      option("--against-methodology <name>", "againstMethodology"),
      option("--split <what>", "split"),
      BY_WAY,
      OUT_TABLE,
      SUMMARY,
    ],
  },
  {
    ...{ name: "marginal", help: "marginal", run: marginalCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIO,
      option("--bin <bin>", "whose"),
      ORGANISATION,
      option("--reach <count>", "reach"),
      OUT_TABLE,
      option("--cliffs <file>", "cliffs"),
      SUMMARY,
    ],
  },
  {
    ...{ name: "equity", help: "equity", run: equityCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIO,
      option("--population <file>", "population"),
      option("--sizes <bounds>", "sizes"),
      option("--kind <attribute>", "kind"),
      option("--capacity <attribute>", "capacity"),
      OUT_TABLE,
      SUMMARY,
    ],
  },
  {
    ...{ name: "merge", help: "merge", run: mergeCommand },
    options: [SCENARIOS, option("--prefer <which>", "prefer"), OUT_SCENARIO, LANGUAGE, SUMMARY],
  },
  {
    ...{ name: "rebase", help: "rebase", run: rebaseCommand },
    options: [
      ...RUN_OPTIONS,
      SCENARIO,
      option("--onto <folder>", "onto"),
      option("--onto-methodology <name>", "ontoMethodology"),
      option("--onto-known-on <date>", "ontoKnownOn"),
      OUT_SCENARIO,
      SUMMARY,
    ],
  },
  {
    ...{ name: "check-methodology", help: "check", run: checkMethodologyCommand },
    ...{ argument: "folder", options: [LANGUAGE] },
  },
  {
    ...{ name: "verify", help: "verify" },
    // The only command with a database: the others start without its library.
    run: async (written, context) => {
      const { verifyCommand } = await import("./verify-command.ts");
      return verifyCommand(written, context, surroundingsOf(process));
    },
    options: [option("--issue <id>", "issue"), option("--json", "json"), LANGUAGE],
  },
];
