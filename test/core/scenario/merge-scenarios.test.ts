import { describe, expect, it } from "vitest";
import {
  applyScenario,
  type MergeChoice,
  mergeScenarios,
  overridesOf,
  type Scenario,
  targetOf,
} from "../../../packages/core/src/index.ts";
import { effectsOf } from "../../../packages/core/src/scenario/index.ts";
import { contentOf } from "../../../packages/core/src/scenario/override-target.ts";
import { BASE, randomScenario, scenario } from "../../support/overridden-city.ts";
import { createRandom } from "../../support/random.ts";

type Document = Readonly<Record<string, unknown>>;

const RATE = { parameter: "rate", key: { level: "basic" } };
const RATE_OF_SIX = { ...RATE, value: "6" };
const PARENT = [{ ...RATE, value: "5" }];

function child(...overrides: readonly Document[]): Scenario {
  // Read anew each time, as files are.
  return scenario(overrides, scenario(PARENT, undefined, "parent"));
}

function saidBy(made: Scenario | undefined): readonly string[] {
  return made === undefined ? [] : overridesOf(made).map(contentOf);
}

function merge(ours: Scenario, theirs: Scenario, choose?: MergeChoice) {
  const { ancestor, agreed, conflicts, merged } = mergeScenarios(ours, theirs, choose);
  return {
    ...{ ancestor: ancestor?.name, agreed: agreed.map(targetOf) },
    conflicts: conflicts.map(({ target }) => target),
    merged: merged?.overrides.map((each) => ("value" in each ? each.value : targetOf(each))),
  };
}

describe("two scenarios on one parent", () => {
  it("keep what only one of them did, and once what both did", () => {
    const ours = child({ switch: "caps", on: true }, { parameter: "slow", value: "4" });
    const theirs = child({ parameter: "slow", value: "4.0" }, { envelope: "1" });
    expect(merge(ours, theirs)).toEqual({
      ...{ ancestor: "parent", agreed: ["parameter slow"], conflicts: [] },
      merged: ["switch caps", "4", "envelope city"],
    });
  });

  it("ask wherever both touched the same thing", () => {
    const ours = child({ ...RATE, value: "6" }, { parameter: "slow", value: "1" });
    const theirs = child({ ...RATE, value: "7" });
    const asked = { ancestor: "parent", agreed: [], conflicts: ["parameter rate[level=basic]"] };
    expect(merge(ours, theirs)).toEqual({ ...asked, merged: undefined });
    expect(merge(ours, theirs, () => "ours")).toEqual({ ...asked, merged: ["6", "1"] });
    expect(merge(ours, theirs, () => "theirs")).toEqual({ ...asked, merged: ["1", "7"] });
  });

  it("do not ask about values of different days, and choose together those that meet", () => {
    const half = (from: string, to: string, value: string) => {
      return { parameter: "turn", validFrom: from, validTo: to, value };
    };
    const spring = half("2026-01-01", "2026-07-01", "1");
    const autumn = half("2026-07-01", "2027-01-01", "2");
    expect(merge(child(spring), child(autumn))).toMatchObject({
      conflicts: [],
      merged: ["1", "2"],
    });
    const whole = child(half("2026-01-01", "2027-01-01", "3"));
    const both = child(spring, autumn);
    expect(merge(both, whole).conflicts).toHaveLength(2);
    expect(merge(both, whole, () => "theirs").merged).toEqual(["3"]);
    const mixed: MergeChoice = ({ ours }) =>
      "value" in ours && ours.value === "1" ? "ours" : "theirs";
    expect(merge(both, whole, mixed).merged).toBeUndefined();
  });

  it("leave the days alone on which only one of them has a value", () => {
    const spring = { parameter: "turn", validFrom: "2026-01-01", validTo: "2026-07-01" };
    const autumn = { parameter: "turn", validFrom: "2026-07-01", validTo: "2027-01-01" };
    const ours = child({ ...spring, value: "1" }, { ...autumn, value: "2" });
    const theirs = child({ ...spring, value: "3" });
    expect(merge(ours, theirs).conflicts).toHaveLength(1);
    expect(merge(ours, theirs, () => "theirs").merged).toEqual(["2", "3"]);
  });

  it("ask only of values whose own days meet, though others hang between them", () => {
    const turn = (validFrom: string, validTo: string, value: string) => {
      return { parameter: "turn", validFrom, validTo, value };
    };
    const early = turn("2026-01-01", "2026-05-01", "1");
    const between = turn("2026-04-01", "2026-08-01", "2");
    const late = turn("2026-07-01", "2027-01-01", "3");
    const { conflicts } = mergeScenarios(child(early, between), child(late));
    expect(conflicts.map(({ ours, theirs }) => [ours, theirs].map(contentOf))).toEqual([
      saidBy(scenario([between, late])),
    ]);
  });

  it("have a parent in common though its files say it in another order", () => {
    const said = [{ parameter: "slow", value: "4" }, { switch: "caps", on: true }, RATE_OF_SIX];
    const ours = scenario([{ envelope: "1" }], scenario(said, undefined, "one"));
    const others = scenario(said.toReversed(), undefined, "two");
    const theirs = scenario([{ switch: "floors", on: false }], others);
    expect(merge(ours, theirs)).toEqual({
      ...{ ancestor: "one", agreed: [], conflicts: [] },
      merged: ["envelope city", "switch floors"],
    });
  });

  it("are told apart from the nearest scenario that both stand on", () => {
    const younger = () => scenario([{ switch: "caps", on: true }], child(), "younger");
    expect(merge(younger(), younger())).toMatchObject({ ancestor: "younger", merged: [] });
    expect(merge(younger(), child())).toMatchObject({ ancestor: "a", merged: ["switch caps"] });
    const stranger = scenario([{ parameter: "slow", value: "1" }]);
    expect(merge(younger(), stranger)).toMatchObject({
      ...{ ancestor: undefined, merged: ["5", "switch caps", "1"] },
    });
  });

  it("hold the last of what one of them says of a thing", () => {
    const ours = child({ parameter: "slow", value: "1" }, { parameter: "slow", value: "2" });
    const theirs = child({ parameter: "slow", value: "2" });
    expect(merge(theirs, ours)).toMatchObject({ conflicts: [], merged: ["2"] });
    expect(merge(ours, child({ parameter: "slow", value: "1" })).conflicts).toHaveLength(1);
  });
});

function effects(made: Scenario | undefined) {
  return made && effectsOf(BASE, made);
}

describe("laws", () => {
  const seeds = Array.from({ length: 40 }, (_, seed) => seed + 900);

  function pair(seed: number): readonly [Scenario, Scenario] {
    const random = createRandom(seed);
    const parent = randomScenario(random, "root");
    const grow = (name: string) => ({ ...randomScenario(random, name), parent });
    return [grow("ours"), grow("theirs")];
  }

  it.each(seeds)("merging with oneself, or with one's parent, changes nothing (%i)", (seed) => {
    const [ours] = pair(seed);
    const { parent } = ours;
    expect(effects(mergeScenarios(ours, ours).merged)).toEqual(effects(ours));
    if (parent === undefined) return;
    expect(effects(mergeScenarios(ours, parent).merged)).toEqual(effects(ours));
    expect(effects(mergeScenarios(parent, ours).merged)).toEqual(effects(ours));
  });

  it.each(seeds)("sides are alike, and neither is changed (%i)", (seed) => {
    const [ours, theirs] = pair(seed);
    const before = [saidBy(ours), saidBy(theirs)];
    const [one, other] = [mergeScenarios(ours, theirs), mergeScenarios(theirs, ours)];
    const pairs = ({ conflicts }: typeof one, isTurned: boolean) =>
      conflicts
        .map((each) => [each.ours, each.theirs].map(contentOf))
        .map((both) => (isTurned ? both.toReversed() : both).join(" "))
        .toSorted();
    expect(pairs(one, false)).toEqual(pairs(other, true));
    expect(one.agreed.map(contentOf).toSorted()).toEqual(other.agreed.map(contentOf).toSorted());
    expect(effects(one.merged)).toEqual(effects(other.merged));
    const [first, second] = [
      mergeScenarios(ours, theirs, () => "ours"),
      mergeScenarios(theirs, ours, () => "theirs"),
    ];
    expect(effects(first.merged)).toEqual(effects(second.merged));
    expect([saidBy(ours), saidBy(theirs)]).toEqual(before);
  });

  it.each(seeds)("without conflicts all that either did is in the result (%i)", (seed) => {
    const [ours, theirs] = pair(seed);
    const { merged, conflicts } = mergeScenarios(ours, theirs);
    expect(merged === undefined).toBe(conflicts.length > 0);
    if (merged === undefined) return;
    const both = [...ours.overrides, ...theirs.overrides].map(targetOf);
    const shared = new Set(both.filter((each, place) => both.indexOf(each) < place));
    const merging = effectsOf(BASE, merged);
    for (const side of [ours, theirs]) {
      if (!applyScenario(BASE, side).ok || merging.unfit.length > 0) continue;
      const own = new Set(side.overrides.map(targetOf).filter((each) => !shared.has(each)));
      const done = ({ target }: { readonly target: string }) => own.has(target);
      expect(merging.effects.filter(done)).toEqual(effectsOf(BASE, side).effects.filter(done));
    }
  });
});
