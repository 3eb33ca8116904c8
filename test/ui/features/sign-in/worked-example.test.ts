import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

import {
  EXAMPLE_AMOUNT_TIYN,
  EXAMPLE_NORM_TIYN,
  EXAMPLE_ROLL,
} from "../../../../packages/ui/src/features/sign-in/worked-example.ts";

const PACKAGES = `${import.meta.dirname}/../../../../packages`;

it("stands on the counts of the demonstration city, by the months each is paid for", () => {
  const rows = readFileSync(`${PACKAGES}/api/demo/almaty/headcounts.csv`, "utf8").split("\n");
  const countOn = (day: string): bigint => {
    const start = `600140375485,enrolled,${day},secondary,primary,general,general,`;
    return BigInt(rows.find((row) => row.startsWith(start))?.slice(start.length) ?? "0");
  };
  const peopleMonths = countOn("2026-01-01") * 8n + countOn("2026-09-05") * 4n;
  expect(peopleMonths).toBe(EXAMPLE_ROLL * 12n);
});

it("stands on the values of the demonstration's law, rounded once to whole tenge", () => {
  const law = readFileSync(`${PACKAGES}/core/data/kz/almaty/parameters/secondary.json`, "utf8");
  for (const value of ['"level": "primary" }, "value": "462600"', '"value": "131500"']) {
    expect(law).toContain(value);
  }
  expect(law).toContain('"programme": "general" }, "value": "0.085"');
  const thousandths = (462_600n + 131_500n) * (1_000n + 85n);
  expect(((thousandths + 500n) / 1_000n) * 100n).toBe(EXAMPLE_NORM_TIYN);
  expect(EXAMPLE_AMOUNT_TIYN).toBe(33_519_148_000n);
});
