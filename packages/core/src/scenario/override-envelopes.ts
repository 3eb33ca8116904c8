/** Overrides of envelopes: limits that change no line, each for a scope that must be known. */
import { type Issue, issue, ok, type Result, unlessIssues } from "../kernel/index.ts";
import { inside, type Methodology } from "../methodology/index.ts";
import type { Organisation } from "../register/index.ts";
import { targetOf } from "./override-target.ts";
import type { EnvelopeOverride } from "./scenario.ts";

type Known = {
  readonly methodology: Methodology;
  readonly organisations: ReadonlyMap<string, Organisation>;
};

/** The member that is meant, or why there is none. */
export function checkEnvelope(known: Known, override: EnvelopeOverride): Result<EnvelopeOverride> {
  const { scope, place } = override;
  if (scope.by === "city") return ok(override);
  const where = inside(place, scope.by);
  const issues: Issue[] = [];
  if (scope.by === "organisation") {
    if (!known.organisations.has(scope.member)) {
      issues.push(issue("organisation-absent", where, { value: scope.member }));
    }
  } else {
    const members = membersOf(scope.by, known);
    if (!members.has(scope.member)) {
      const facts = { value: scope.member, expected: [...members].join(", ") };
      issues.push(issue("code-unknown", where, facts));
    }
  }
  return unlessIssues(issues, () => override);
}

function membersOf(by: "tier" | "district" | "budgetCode", known: Known): ReadonlySet<string> {
  const { methodology, organisations } = known;
  const { codeLists, budgetCodes, lines, attributes } = methodology;
  switch (by) {
    case "budgetCode":
      return new Set(budgetCodes.keys());
    case "tier":
      return new Set(codeLists.get("tier")?.codes.keys() ?? lines.map(({ tier }) => tier));
    case "district": {
      const type = attributes.get("district")?.type;
      if (type?.kind === "code") return new Set(codeLists.get(type.codeList)?.codes.keys() ?? []);
      const written = [...organisations.values()].flatMap(
        (each) => each.attributes.get("district") ?? [],
      );
      return new Set(written.toSorted());
    }
  }
}

/** The last one of each scope, in the order in which these were said. */
export function lastOfEach(envelopes: readonly EnvelopeOverride[]): readonly EnvelopeOverride[] {
  const last = new Map(envelopes.map((each) => [targetOf(each), each]));
  return envelopes.filter((each) => last.get(targetOf(each)) === each);
}
