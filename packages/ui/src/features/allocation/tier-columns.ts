/** The tiers of a run with their lines, as the columns of the sheet name them. */
import type { RunColumns } from "@zhanbasy/api/contract";
import type { Label } from "@zhanbasy/core";

import type { Language } from "../../i18n/language.ts";
import type { AllocationText } from "./money-words.ts";
import { capitalised } from "./short-name.ts";

/** A tier and what it opens into. */
export type TierColumns = {
  readonly tier: string;
  readonly name: string;
  readonly title: string;
  readonly lines: readonly LineName[];
};

type LineName = { readonly line: string; readonly name: string; readonly title: string };

/** The words tiers are told in; `nameOf` gives the short name of one. */
export type TierWords = {
  readonly labels: Readonly<Record<string, Label>>;
  readonly language: Language;
  readonly nameOf: (tier: string, label: Label | undefined) => string;
  readonly text: AllocationText;
};

/** Tiers in the order of the methodology, those it does not name last. */
export function tierColumns({ lines }: RunColumns, words: TierWords): readonly TierColumns[] {
  const { labels, language, nameOf, text } = words;
  const known = Object.keys(labels);
  const present = new Set(lines.map(({ tier }) => tier));
  const order = [
    ...known.filter((tier) => present.has(tier)),
    ...[...present].filter((tier) => !known.includes(tier)),
  ];
  return order.map((tier) => ({
    tier,
    name: nameOf(tier, labels[tier]),
    title: capitalised(labels[tier]?.[language] ?? tier),
    lines: lines
      .filter((line) => line.tier === tier)
      .map(({ line, label, budgetCode }): LineName => {
        const code = programmeCode(budgetCode);
        const estimate = text("column.estimate", { code: budgetCode });
        return label === null
          ? { line, name: text("column.estimate", { code }), title: estimate }
          : {
              line,
              name: `${code} ${label[language]}`,
              title: `${label[language]} · ${budgetCode}`,
            };
      }),
  }));
}

/** `360.040` of `04.2.360.040`: administrator and programme, by which a finance office calls it. */
function programmeCode(budgetCode: string): string {
  return budgetCode.split(".").slice(-2).join(".");
}
