import { describe, expect, it } from "vitest";
import { parseMethodology } from "../../../packages/core/src/methodology/parse-methodology.ts";
import { documentFaults, layerFaults } from "../../support/document-faults.ts";
import { getValue } from "../../support/get-value.ts";
import { tinyCodeList, tinyLayer } from "../../support/tiny-methodology.ts";

const codeLists = [
  tinyCodeList("month", ["01", "02", "12"]),
  tinyCodeList("count", ["january", "september"]),
  tinyCodeList("level", ["primary"]),
];
const calendar = {
  periods: [
    { dimension: "month", kind: "month" },
    { dimension: "count", kind: "date", members: [{ code: "january", date: "01-01" }] },
  ],
};

describe("a calendar has its periods", () => {
  it("months with their first days, dates with theirs", () => {
    const methodology = getValue(parseMethodology([tinyLayer({ codeLists, calendar })]));
    expect(methodology.calendar).toEqual([
      {
        dimension: "month",
        kind: "month",
        members: [
          { code: "01", date: "01-01" },
          { code: "02", date: "02-01" },
          { code: "12", date: "12-01" },
        ],
      },
      calendar.periods[1],
    ]);
  });

  it("a calendar of a later layer replaces the earlier one", () => {
    const layers = [
      tinyLayer({ codeLists, calendar }),
      tinyLayer({ calendar: { periods: [{ dimension: "month", kind: "month" }] } }),
    ];
    expect(getValue(parseMethodology(layers)).calendar).toHaveLength(1);
  });

  const dates = (...members: readonly object[]) => ({
    periods: [{ dimension: "count", kind: "date", members }],
  });
  const at = "calendar.periods.0";

  it.each([
    [
      { periods: [{ dimension: "moon", kind: "month" }] },
      `reference-unknown ${at}.dimension moon codeList`,
    ],
    [
      { periods: [{ dimension: "level", kind: "month" }] },
      `document-malformed ${at}.dimension month level`,
    ],
    [
      { periods: [{ dimension: "month", kind: "date", members: [{ code: "01", date: "01-01" }] }] },
      `document-malformed ${at}.kind month date`,
    ],
    [
      { periods: [{ dimension: "count", kind: "date", members: [] }, ...calendar.periods] },
      "definition-duplicate calendar.periods.2.dimension count calendar",
    ],
    [
      dates({ code: "january", date: "01-01" }, { code: "january", date: "09-05" }),
      `definition-duplicate ${at}.members.1.code january calendar`,
    ],
    [
      dates({ code: "january", date: "01-01" }, { code: "september", date: "01-01" }),
      `definition-duplicate ${at}.members.1.date 01-01 calendar`,
    ],
    [
      dates({ code: "may", date: "05-01" }),
      `code-unknown ${at}.members.0.code may january, september`,
    ],
    [dates({ code: "january", date: "01-32" }), `date-malformed ${at}.members.0.date 01-32`],
    [dates({ code: "january", date: "02-29" }), `date-malformed ${at}.members.0.date 02-29`],
  ])("%o is refused", (periods, fault) => {
    expect(documentFaults({ codeLists, calendar: periods })).toEqual([fault]);
  });
});

it("months of a calendar are 01 to 12", () => {
  const months = tinyCodeList("month", ["01", "13"]);
  const periods = [{ dimension: "month", kind: "month" }];
  expect(documentFaults({ codeLists: [months], calendar: { periods } })).toEqual([
    "document-malformed calendar.periods.0.dimension 01 … 12 13",
  ]);
});

it("one layer has one calendar", () => {
  const { manifest, documents } = tinyLayer({ codeLists, calendar });
  const more = { file: "more.json", content: { formatVersion: 1, calendar } };
  expect(layerFaults([{ manifest, documents: [...documents, more] }])).toEqual([
    "definition-duplicate calendar calendar calendar",
  ]);
});
