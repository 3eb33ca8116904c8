/**
 * `zhanbasy verify`: the chain of the journal, and every issue calculated again from what is
 * stored.
 * The exit code is 1 when anything is not as it was.
 */
import { existsSync } from "node:fs";
import { joinLocalPostgres } from "../persistence/local-postgres.ts";
import { findShape } from "../persistence/migrate-database.ts";
import { createPostgresStore } from "../persistence/postgres-store.ts";
import { openPool } from "../serve/open-pool.ts";
import { type DatabaseAddress, requireDatabase } from "../serve/require-database.ts";
import { StartRefusal } from "../serve/start-refusal.ts";
import { describeDatabase, readSettings, type Surroundings } from "../settings.ts";
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

/**
 * Reads the database of `DATABASE_URL`, or the bundled one where the product keeps its data, and
 * changes nothing in it.
 */
export async function verifyCommand(
  written: WrittenOptions,
  context: CommandContext,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const issueId = textOf(written, "issue")?.toLowerCase();
  try {
    const { databaseUrl, dataFolder } = readSettings(surroundings);
    const isThere = databaseUrl !== undefined || existsSync(dataFolder);
    const faults = [
      ...languageFaults(written),
      ...(isThere ? [] : [missing(DATABASE, "postgresql://…")]),
      ...(issueId === undefined || UUID.test(issueId)
        ? []
        : [malformed("--issue", issueId, "UUID")]),
    ];
    if (faults.length > 0) return refuse(faults, context);
    const answer = { context, issueId, isJson: written["json"] === true };
    return databaseUrl === undefined
      ? await proveBundled(dataFolder, answer)
      : await proveDatabase({ url: databaseUrl, name: describeDatabase(databaseUrl) }, answer);
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error;
    context.printError(`${context.translate(`start.refused.${error.reason}`, error.facts)}\n`);
    return REFUSED;
  }
}

type Answer = {
  readonly context: CommandContext;
  readonly issueId: string | undefined;
  readonly isJson: boolean;
};

/** The database is started for the proof where nobody uses it, and stopped again. */
async function proveBundled(folder: string, answer: Answer): Promise<ExitCode> {
  const { signal: stop } = new AbortController();
  const server = await joinLocalPostgres({ folder, announceFirstRun: () => undefined, stop });
  if (server === undefined) throw new StartRefusal("folderUnreachable", { folder });
  try {
    return await proveDatabase({ url: server.url, name: folder }, answer);
  } finally {
    await server.leave();
  }
}

async function proveDatabase(
  { url, name }: DatabaseAddress,
  { context, issueId, isJson }: Answer,
): Promise<ExitCode> {
  await requireDatabase({ url, name });
  const pool = openPool({ url, size: 2 });
  try {
    const shape = await findShape(pool);
    if (shape !== "current") {
      throw new StartRefusal(shape === "later" ? "databaseNewer" : "databaseBehind");
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
