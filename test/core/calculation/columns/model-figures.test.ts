import { expect, it } from "vitest";
import { exactText } from "../../../../packages/core/src/calculation/trace.ts";
import { columnsOfRegister, openModel } from "../../../../packages/core/src/index.ts";
import { getValue } from "../../../support/get-value.ts";
import { line, schoolPlan } from "../../../support/school-methodology.ts";
import { ALL_PUPILS, THREE_SCHOOLS } from "../../../support/three-schools.ts";

const OWN = line("own", `${ALL_PUPILS} * 1 KZT/pupil / 3`, {
  ...{ when: "ownership = 'state'", headcount: `${ALL_PUPILS} / 7` },
});
/** Columns do not hold a line that asks another one. */
const ASKING = line("asking", "line_amount['own']", { tier: "preschool" });

it.each([
  ["in columns", [OWN]],
  ["line by line", [OWN, ASKING]],
])("one line of one organisation is exact, %s", (_, lines) => {
  const plan = schoolPlan({ lines });
  const model = getValue(openModel(plan, columnsOfRegister(plan, THREE_SCHOOLS)));
  const figure = model.figureOf("own", 0);
  expect(figure).toMatchObject({
    ...{ applies: true, isCounted: true, amount: 3_333n, headcount: "100/7" },
  });
  expect(exactText(figure.tenge)).toBe("100/3");
  expect(model.figureOf("own", 1)).toMatchObject({ applies: false, amount: 0n });
  expect(model.figureOf("own", 2)).toMatchObject({ applies: true, isCounted: false });
  expect(() => model.figureOf("nothing", 0)).toThrow("line nothing");
});
