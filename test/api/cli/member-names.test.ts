import { describe, expect, it } from "vitest";
import { BY } from "../../../packages/api/src/cli/by-words.ts";
import { memberNames } from "../../../packages/api/src/cli/member-names.ts";
import { readCityFiles } from "../../../packages/api/src/cli/read-run.ts";
import { asOf, type Language } from "../../../packages/core/src/index.ts";
import { commandContext } from "../../support/command-context.ts";
import { getValue } from "../../support/get-value.ts";
import { PRIVATE_SCHOOL, smallCity } from "../../support/small-city.ts";

describe("a member of a city", () => {
  it.each<[Language, readonly string[]]>([
    [
      "ru",
      [
        "Школа № 1",
        "Школа № 1, среднее образование, по формуле",
        ...["Среднее образование", "Алатауский район"],
        "Размещение государственного образовательного заказа в частных организациях среднего образования",
      ],
    ],
  ])("has a name in %s by every way of adding up", async (language, expected) => {
    const { nameOf } = await namesFor(language);
    const codes = {
      ...{ organisation: [PRIVATE_SCHOOL], tier: ["secondary"], district: ["alatau"] },
      line: [PRIVATE_SCHOOL, "secondary", "04.2.360.204", "formula"],
      programme: ["04.2.360.204"],
    };
    expect(BY.map((by) => nameOf(by, codes[by]))).toEqual(expected);
  });

  it("is called in Kazakh where Kazakh is read", async () => {
    const { organisation } = await namesFor("kk");
    expect(organisation(PRIVATE_SCHOOL)).toBe("№ 1 мектеп");
  });

  it("of the whole city says so, and a code that nobody has named stays", async () => {
    const { nameOf, scope } = await namesFor("en");
    const citywide = "Amounts of the whole city";
    expect([nameOf("organisation", [""]), nameOf("district", ["citywide"])]).toEqual([
      ...[citywide, citywide],
    ]);
    expect(nameOf("organisation", ["unknown"])).toBe("unknown");
    expect(scope({ by: "city" })).toBe("the city");
    expect(scope({ by: "budgetCode", member: "1" })).toBe("1");
    expect(scope({ by: "organisation", member: PRIVATE_SCHOOL })).toBe("Школа № 1");
    expect(scope({ by: "tier", member: "secondary" })).toBe("secondary education");
    expect(scope({ by: "district", member: "alatau" })).toContain("Alatau");
  });
});

async function namesFor(language: Language) {
  const options = { register: await smallCity(), methodology: "kz/almaty", asOf: asOf(2026) };
  const read = await readCityFiles({ ...options, parameters: undefined, scenarios: [] });
  const { methodology, snapshot } = getValue(read.result).inputs;
  const { context } = await commandContext(language);
  return memberNames(methodology, [snapshot], context);
}
