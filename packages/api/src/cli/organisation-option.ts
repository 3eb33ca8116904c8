/** An organisation, which has two names on the command line. */
import type { Issue } from "@zhanbasy/core";
import { malformed, textOf, type WrittenOptions } from "./options.ts";

/** By either name; empty text where neither is written. */
export function readOrganisation(written: WrittenOptions, issues: Issue[]): string {
  const [organisation, bin] = [textOf(written, "organisation"), textOf(written, "bin")];
  if (organisation !== undefined && bin !== undefined && organisation !== bin) {
    issues.push(malformed("--organisation", organisation, bin));
  }
  return organisation ?? bin ?? "";
}
