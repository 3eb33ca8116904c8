/**
 * Why the product cannot start here: something of this machine that a person can mend.
 *
 * It is thrown where it is found and caught once, where the start begins, which prints the
 * sentence `start.refused.<reason>` of the catalogues.
 */
export class StartRefusal extends Error {
  override readonly name = "StartRefusal";
  readonly reason: RefusalReason;
  readonly facts: RefusalFacts;

  constructor(reason: RefusalReason, facts: RefusalFacts = {}) {
    super([reason, ...Object.values(facts)].join(" · "));
    this.reason = reason;
    this.facts = facts;
  }
}

/** Every reason for which a start is refused. */
export const REFUSAL_REASONS = [
  "portInvalid",
  "portTaken",
  "portForbidden",
  "languageUnknown",
  "platformUnsupported",
  "accountMissing",
  "folderUnreachable",
  "folderUnwritable",
  "diskFull",
  "folderForeign",
  "majorDiffers",
  "socketFolderForeign",
  "clusterNotMade",
  "databaseNotStarted",
  "databaseUrlInvalid",
  "databaseUnreachable",
  "databaseOld",
  "databaseNewer",
  "databaseForbidden",
  "databaseBehind",
  "migrateUrlAlone",
  "migrateUrlInvalid",
  "runRoleOwns",
  "runRoleUnbound",
  "runRoleMayChange",
  "runRoleLacksRights",
  "rowsUnguarded",
  "publicUrlInvalid",
  "publicUrlMissing",
  "listenInvalid",
  "listenUnavailable",
  "trustedProxyInvalid",
  "idleInvalid",
  "settingsIncomplete",
  "smtpUrlInvalid",
  "mailFromInvalid",
  "oidcIssuerInvalid",
  "secretShort",
  "secretForeign",
  "serverNotStarted",
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What the sentence names; never a password. */
export type RefusalFacts = Readonly<Record<string, string>>;

const FULL = new Set(["ENOSPC", "EDQUOT"]);
const UNWRITABLE = new Set(["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST", "ENOENT"]);

/** The refusal behind a failed write into a folder; any other error is passed on as it is. */
export function refusalOfWrite(error: unknown, folder: string): unknown {
  const code = errorCode(error);
  if (FULL.has(code)) return new StartRefusal("diskFull", { folder });
  if (UNWRITABLE.has(code)) return new StartRefusal("folderUnwritable", { folder, detail: code });
  return error;
}

/** `ENOENT`, `57P03`: what a library calls its error; empty when it has no name for it. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}
