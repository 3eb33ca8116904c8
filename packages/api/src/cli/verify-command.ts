/**
 * `zhanbasy verify`: the chain of the journal, and every issue calculated again from what is stored.
 * The exit code is 1 when anything is not as it was.
 */
import { type Environment, given } from "../environment.ts";
import { findShape } from "../persistence/migrate-database.ts";
import { createPostgresStore } from "../persistence/postgres-store.ts";
import { openPool } from "../serve/open-pool.ts";
import { requireDatabase } from "../serve/require-database.ts";
import { StartRefusal } from "../serve/start-refusal.ts";
import { describeDatabase } from "../settings.ts";
import {
  type IssueProof,
  isSound,
  type RecordsProof,
  verifyRecords,
} from "../usecases/verify-records.ts";
import { type CommandContext, DIFFERENT, DONE, type ExitCode, REFUSED, refuse } from "./command.ts";
import { languageFaults, malformed, missing, textOf, type WrittenOptions } from "./options.ts";

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const DATABASE = "DATABASE_URL";

/** Reads the database of `DATABASE_URL` and changes nothing in it. */
export async function verifyCommand(
  written: WrittenOptions,
  context: CommandContext,
  env: Environment,
): Promise<ExitCode> {
  const url = given(env, DATABASE);
  const issueId = textOf(written, "issue")?.toLowerCase();
  const faults = [
    ...languageFaults(written),
    ...(url === undefined ? [missing(DATABASE, "postgresql://…")] : []),
    ...(issueId === undefined || UUID.test(issueId) ? [] : [malformed("--issue", issueId, "UUID")]),
  ];
  if (url === undefined || faults.length > 0) return refuse(faults, context);
  try {
    return await proveDatabase(url, issueId, { context, isJson: written["json"] === true });
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    context.printError(`${context.translate(`start.refused.${error.reason}`, error.facts)}\n`);
    return REFUSED;
  }
}

async function proveDatabase(
  url: string,
  issueId: string | undefined,
  { context, isJson }: { readonly context: CommandContext; readonly isJson: boolean },
): Promise<ExitCode> {
  const name = describeDatabase(url);
  await requireDatabase({ url, name });
  const pool = openPool({ url, size: 2 });
  try {
    const shape = await findShape(pool);
    if (shape !== "current") {
      throw new StartRefusal(shape === "later" ? "databaseNewer" : "databaseBehind", {
        database: name,
      });
    }
    const proof = await verifyRecords(createPostgresStore(pool), issueId);
    if (proof === undefined) return refuse([malformed("--issue", issueId ?? "", "UUID")], context);
    context.print(isJson ? proofDocument(proof) : proofText(proof, context));
    return isSound(proof) ? DONE : DIFFERENT;
  } finally {
    await pool.end();
  }
}

function proofDocument(proof: RecordsProof): string {
  return `${JSON.stringify({ isSound: isSound(proof), ...proof }, null, 2)}\n`;
}

/** A sentence for the journal, one for each issue and each difference, and one for the whole. */
function proofText(proof: RecordsProof, context: CommandContext): string {
  const { translate } = context;
  const { count, lastHash, brokenAt } = proof.journal;
  const journal =
    brokenAt === null
      ? translate("verify.journal", { count, hash: lastHash ?? "" })
      : translate("verify.journalBroken", { entry: brokenAt });
  const whole = translate(isSound(proof) ? "verify.sound" : "verify.different");
  const missingIssues = proof.missing.map((id) => translate("verify.missing", { id }));
  const issues = proof.issues.flatMap((each) => issueText(each, context));
  return `${[journal, ...issues, ...missingIssues, whole].join("\n")}\n`;
}

function issueText(
  { id, kind, budgetYear, number, seal, differences }: IssueProof,
  { translate }: CommandContext,
): readonly string[] {
  const words = { id, number, year: `${budgetYear}`, kind: translate(`issueKind.${kind}`), seal };
  const [first] = differences;
  if (first === undefined) return [translate("verify.issue", words)];
  return [
    translate("verify.issueDifferent", words),
    ...differences.map((each) => `  ${translate(`verify.difference.${each.kind}`, each)}`),
  ];
}
