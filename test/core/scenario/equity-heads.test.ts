import { expect, it } from "vitest";
import { formatRatio, formatTenge, sumTiyn } from "../../../packages/core/src/index.ts";
import { headsAndMoney } from "../../../packages/core/src/scenario/equity-heads.ts";
import { countedCity } from "../../support/counted-city.ts";
import { estimate } from "../../support/school-register.ts";

const RUN = countedCity(
  {
    a: { pupils: 10 },
    b: { children: 6 },
    c: { pupils: 4, children: 2 },
    d: {},
  },
  {
    estimates: [
      estimate({ tenge: "40" }),
      estimate({ tenge: "3", organisationId: "a", tier: "secondary", lineId: "E-2" }),
    ],
  },
);
const { funded, outside } = headsAndMoney(RUN);

it("puts a supplement with the people of its organisation", () => {
  const texts = funded.map(({ organisationId, tier, amount, heads }) =>
    [organisationId, tier, formatTenge(amount), formatRatio(heads)].join(" "),
  );
  expect(texts).toEqual([
    "a secondary 10500.00 10",
    "b preschool 7700.00 6",
    "c preschool 2400.00 2",
    "c secondary 4000.00 4",
  ]);
});

it("tells beside them what stands against nobody, so that the parts make the total", () => {
  // The gifts of d and z; the gift of c is of children of two tiers.
  expect(outside).toEqual({
    ...{ citywide: 4_000n, estimate: 300n },
    ...{ uncounted: 100_000n, tiers: 50_000n },
  });
});

it("adds up the people of several lines of a tier, and leaves alone a line that counts none", () => {
  const own = RUN.lines.filter(({ organisationId, tier, method }) => {
    return organisationId === "a" && tier === "secondary" && method === "formula";
  });
  const nobody = own.map((line) => ({ ...line, tier: "special", headcount: "0" }));
  const lines = [...RUN.lines, ...own, ...nobody];
  const total = sumTiyn(lines.map(({ amount }) => amount));
  const twice = headsAndMoney({ ...RUN, lines, totals: { ...RUN.totals, total } });
  const [first] = twice.funded;
  expect(first).toMatchObject({ organisationId: "a", amount: 2_050_000n });
  expect(first && formatRatio(first.heads)).toBe("20");
  expect(twice.outside.uncounted).toBe(outside.uncounted + 1_000_000n);
});
