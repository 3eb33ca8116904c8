/** `zhanbasy merge`: two scenarios in one document; where they disagree, somebody must choose. */
import { dirname, relative } from "node:path";
import {
  formatDigits,
  type Issue,
  issue,
  type MergeConflict,
  mergeScenarios,
  type Result,
  scenarioDocument,
  unlessIssues,
} from "@zhanbasy/core";
import { type LocatedScenarios, readScenarios } from "../files/read-scenarios.ts";
import { type CommandContext, type ExitCode, refuse } from "./command.ts";
import { giveDocument } from "./document-output.ts";
import {
  languageFaults,
  malformed,
  missing,
  textOf,
  textsOf,
  type WrittenOptions,
} from "./options.ts";
import { fileFaults } from "./output-paths.ts";
import { placeText, valueText } from "./override-words.ts";

type MergeOptions = {
  readonly paths: readonly [string, string];
  readonly prefer: "ours" | "theirs" | undefined;
  readonly out: string | undefined;
};

export async function mergeCommand(
  written: WrittenOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const asked = readMergeOptions(written);
  if (!asked.ok) return refuse(asked.issues, context);
  const { paths, prefer, out } = asked.value;
  const read = await readScenarios(paths);
  if (!read.scenarios.ok) return refuse(read.scenarios.issues, context);
  const overwritten = fileFaults({ "--out": out }, read.files);
  if (overwritten.length > 0) return refuse(overwritten, context);
  const [ours, theirs] = read.scenarios.value;
  if (ours === undefined || theirs === undefined) throw new Error("two scenarios were read");
  const { merged, ancestor, agreed, conflicts } = mergeScenarios(ours, theirs, () => prefer);
  if (merged === undefined) {
    return refuse(
      conflicts.map((conflict) => conflictIssue(conflict, read)),
      context,
    );
  }
  const file = ancestor && read.fileOf(ancestor);
  const parentName = file && relative(dirname(out ?? "."), file);
  const { language, translate } = context;
  const count = (length: number): string => formatDigits(`${length}`, language);
  return giveDocument(
    {
      document: scenarioDocument(merged, parentName),
      record: {
        ...{ scenario: merged.name, ancestor: ancestor?.name ?? null },
        ...{ overrides: merged.overrides.length, agreed: agreed.length },
        conflicts: conflicts.map((conflict) => conflictRecord(conflict, prefer)),
      },
      sentences: [
        translate("answer.merged", {
          ...{ count: count(merged.overrides.length), agreed: count(agreed.length) },
          chosen: count(conflicts.length),
        }),
      ],
      ...{ warnings: [], methodology: undefined },
    },
    { out, isSummary: written["summary"] === true },
    context,
  );
}

function readMergeOptions(written: WrittenOptions): Result<MergeOptions> {
  const issues: Issue[] = [...languageFaults(written)];
  const paths = textsOf(written, "scenario");
  const [first = "", second = ""] = paths;
  if (paths.length < 2) issues.push(missing("--scenario", TWO));
  if (paths.length > 2) issues.push(malformed("--scenario", paths.slice(2).join(", "), TWO));
  const prefer = textOf(written, "prefer");
  if (prefer !== undefined && prefer !== "first" && prefer !== "second") {
    issues.push(malformed("--prefer", prefer, "first | second"));
  }
  const out = textOf(written, "out");
  if (out !== undefined && !/\.json$/i.test(out)) issues.push(malformed("--out", out, "*.json"));
  return unlessIssues(issues, () => ({
    ...{ paths: [first, second], out },
    prefer: prefer === undefined ? undefined : prefer === "first" ? "ours" : "theirs",
  }));
}

const TWO = "--scenario A.json --scenario B.json";

/** An open conflict: both values with their reasons, at the first and with the other's place. */
function conflictIssue(
  { target, ours, theirs }: MergeConflict,
  { locate }: Pick<LocatedScenarios, "locate">,
): Issue {
  const at = (place: Issue["place"], other: string): Issue =>
    locate(
      issue("merge-conflict", place, {
        ...{ target, first: valueText(ours), firstReason: ours.reason },
        ...{ second: valueText(theirs), secondReason: theirs.reason, other },
      }),
    );
  return at(ours.place, placeText(at(theirs.place, "").place));
}

function conflictRecord(
  { target, ours, theirs }: MergeConflict,
  prefer: MergeOptions["prefer"],
): Readonly<Record<string, string>> {
  const chosen = prefer === "ours" ? "first" : "second";
  return { target, first: valueText(ours), second: valueText(theirs), chosen };
}
