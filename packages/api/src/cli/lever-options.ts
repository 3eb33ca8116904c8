/**
 * Levers as the command line writes them, in the order in which they stand:
 *
 *   --lever PARAMETER[dimension=code,…]*factor~step@from..to
 *
 * Only the parameter is needed; codes may stand without their dimensions, as formulas write them,
 * which only the methodology can tell (`name-codes.ts`). A second `--lever` is tied to the first,
 * `--then-lever` begins the next priority; `--least`, `--greatest` and `--step` belong to the
 * priority they stand behind, and hold for the later ones until others are written.
 */
import {
  type CalendarDate,
  findCalendarDate,
  type Issue,
  type Result,
  unlessIssues,
} from "@zhanbasy/core";
import type { WrittenLever, WrittenValue } from "./name-codes.ts";
import { malformed, missing, textsOf, type WrittenOptions } from "./options.ts";

const LEVER = "secondary.Ez[level=primary]";
const FORM = `${LEVER}*1.2~0.01@2026-01-01..2026-09-01`;
const WRITTEN =
  /^([^\s[\]*~@]+)(?:\[([^[\]]*)\])?(?:\*(\d+(?:[./]\d+)?))?(?:~(\d+(?:\.\d+)?))?(?:@(\S+))?$/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;
const BOUNDS = ["least", "greatest", "step"] as const;

type Bound = (typeof BOUNDS)[number];
type Priority = {
  readonly values: WrittenValue[];
  readonly bounds: Partial<Record<Bound, string>>;
};

/** The levers by priority, the first first; every option that cannot be read is named. */
export function readLevers(written: WrittenOptions): Result<readonly WrittenLever[]> {
  const issues: Issue[] = [];
  const priorities: Priority[] = [];
  for (const text of textsOf(written, "inOrder")) {
    const [option = "", ...rest] = text.split("=");
    takeOption(option, rest.join("="), priorities, issues);
  }
  if (priorities.every(({ values }) => values.length === 0) && issues.length === 0) {
    issues.push(missing("--lever", LEVER));
  }
  const levers: WrittenLever[] = [];
  for (const { values, bounds } of priorities) {
    const before = levers.at(-1);
    const boundOf = (name: Bound): string => bounds[name] ?? before?.[name] ?? OTHERWISE[name];
    const [least, greatest, step] = [boundOf("least"), boundOf("greatest"), boundOf("step")];
    levers.push({ values, least, greatest, step, place: {} });
  }
  const endless = levers.find(({ greatest }) => greatest === "");
  if (issues.length === 0 && endless !== undefined) {
    const [value] = endless.values;
    issues.push(missing("--greatest", `--lever ${value?.text ?? LEVER} --greatest 900000`));
  }
  return unlessIssues(issues, () => levers);
}

/** A rate is not negative and whole, unless somebody says otherwise; how great, nobody can know. */
const OTHERWISE: Readonly<Record<Bound, string>> = { least: "0", greatest: "", step: "1" };

function takeOption(option: string, text: string, priorities: Priority[], issues: Issue[]): void {
  const last = priorities.at(-1);
  const isNext = last === undefined || (option === "then-lever" && last.values.length > 0);
  const priority: Priority = isNext ? { values: [], bounds: {} } : last;
  if (isNext) priorities.push(priority);
  const bound = BOUNDS.find((name) => name === option);
  if (bound === undefined) {
    const tied = findTied(text);
    if (tied === undefined) issues.push(malformed(`--${option}`, text, FORM));
    else priority.values.push(tied);
  } else if (NUMBER.test(text)) priority.bounds[bound] = text;
  else issues.push(malformed(`--${bound}`, text, "decimal"));
}

function findTied(text: string): WrittenValue | undefined {
  const found = WRITTEN.exec(text.trim());
  const [, parameter, written, factor, step, days] = found ?? [];
  const codes = findCodes(written);
  const validity = findDays(days);
  if (parameter === undefined || codes === undefined || validity === undefined) return undefined;
  return { text, parameter, codes, ...validity, factor, step };
}

/**
 * `level=primary,programme=general` or `primary,general`, in quotes or not; nothing where it is
 * written otherwise.
 */
function findCodes(written: string | undefined): WrittenValue["codes"] | undefined {
  if (written === undefined) return [];
  const codes = written.split(/[,;]/).map((each) => {
    const parts = each.split("=").map((part) => part.trim());
    const code = parts.at(-1)?.replace(/^(['"])(.*)\1$/, "$2") ?? "";
    return { dimension: parts.length > 1 ? parts[0] : undefined, code, size: parts.length };
  });
  const isWhole = codes.every(({ dimension, code, size }) => {
    return size <= 2 && dimension !== "" && code !== "";
  });
  const dimensions = new Set(codes.map(({ dimension }) => dimension));
  const areNamed = !dimensions.has(undefined) && dimensions.size === codes.length;
  const areInOrder = dimensions.size === 1 && dimensions.has(undefined);
  if (!isWhole || !(areNamed || areInOrder)) return undefined;
  return codes.map(({ dimension, code }) => ({ dimension, code }));
}

type Days = Pick<WrittenValue, "validFrom" | "validTo">;

/** `2026-01-01` or `2026-01-01..2026-09-01`; nothing where it is written otherwise. */
function findDays(days: string | undefined): Days | undefined {
  if (days === undefined) return { validFrom: undefined, validTo: undefined };
  const [from = "", to, ...rest] = days.split("..");
  const [validFrom, validTo] = [findCalendarDate(from), findDay(to)];
  if (validFrom === undefined || validTo === "none" || rest.length > 0) return undefined;
  return { validFrom, validTo };
}

function findDay(text: string | undefined): CalendarDate | undefined | "none" {
  return text === undefined ? undefined : (findCalendarDate(text) ?? "none");
}
