/**
 * Kinds of organisations as the demonstration city has them: how many of each, and which series of
 * counts they report, in how many of a hundred, from how many people to how many.
 *
 * The figures are the shares and ranges of the demonstration city of 2026.
 */
import type { CityFactName } from "./city-facts.ts";

/** Counts of one kind of people over the year; the codes are those of the fact behind the period. */
export type Series = {
  readonly fact: CityFactName;
  readonly codes: readonly string[];
  readonly percent: number;
  readonly least: number;
  readonly most: number;
  /** The fact that counts those under contract; nobody else has one. */
  readonly contract?: CityFactName;
};

export type Kind = {
  readonly type: string;
  readonly tier: string;
  readonly funding: "formula" | "estimate";
  readonly isPrivate: boolean;
  /** Of the 2,256 organisations of the demonstration city. */
  readonly count: number;
  /** Each is reported by its share of the organisations. */
  readonly series: readonly Series[];
  /** One of these is reported by every organisation. */
  readonly oneOf: readonly Series[];
};

type Share = readonly [code: string, percent: number];

const INCLUSIVE: readonly Share[] = [
  ["autism", 100],
  ["complex", 90],
  ["development_delay", 100],
  ["hearing", 98],
  ["intellectual_mild", 100],
  ["intellectual_moderate", 88],
  ["vision", 95],
  ["musculoskeletal", 100],
  ["speech", 100],
];
const AT_HOME: readonly Share[] = [
  ["musculoskeletal", 53],
  ["intellectual_moderate", 12],
  ["complex", 9],
];
const IN_CLASSES: readonly Share[] = [
  ["development_delay", 16],
  ["intellectual_mild", 16],
  ["speech", 16],
];
const IN_SPECIAL_SCHOOLS: readonly Share[] = [
  ["intellectual_mild", 25],
  ["intellectual_moderate", 25],
  ["intellectual_severe", 25],
  ["complex", 62],
  ["hearing", 12],
  ["vision", 12],
  ["musculoskeletal", 12],
  ["speech", 12],
  ["autism", 25],
  ["development_delay", 12],
];
const IN_PRIVATE_SCHOOLS: readonly Share[] = [
  ["autism", 9],
  ["development_delay", 12],
  ["intellectual_mild", 8],
  ["speech", 10],
  ["musculoskeletal", 7],
  ["vision", 3],
  ["intellectual_moderate", 3],
  ["hearing", 2],
];
const YOUNG_NEEDS = [
  ...["complex", "speech", "development_delay", "hearing", "intellectual_mild", "vision"],
  ...["autism", "musculoskeletal"],
];

const STATE_NEEDS = [
  ...needs("inclusive", INCLUSIVE, [1, 20]),
  ...needs("home", AT_HOME, [1, 2]),
  ...needs("special_class", IN_CLASSES, [1, 13]),
];
const PRIVATE_NEEDS = needs("inclusive", IN_PRIVATE_SCHOOLS, [1, 5]);

export const KINDS: readonly Kind[] = [
  school("general_school", 154, [...pupils("general", [181, 1534]), ...STATE_NEEDS]),
  school("gymnasium", 39, [...pupils("gymnasium_lyceum", [181, 1546]), ...STATE_NEEDS]),
  school("lyceum", 17, [...pupils("gymnasium_lyceum", [161, 1630]), ...STATE_NEEDS]),
  school("special_school", 8, [
    ...pupils("special", [45, 171]).slice(0, 2),
    ...needs("special_school", IN_SPECIAL_SCHOOLS, [12, 228]),
  ]),
  unfunded("specialised_school", "secondary", 5, pupils("general", [111, 365])),
  unfunded("small_class_school", "secondary", 5, pupils("general", [6, 50])),
  unfunded("boarding_school", "secondary", 4, pupils("general", [29, 155])),
  privateSchool("general_school", 106, [...ordered("general", [30, 1008]), ...PRIVATE_NEEDS]),
  privateSchool("lyceum", 19, [...ordered("gymnasium_lyceum", [43, 403]), ...PRIVATE_NEEDS]),
  privateSchool("gymnasium", 6, [...ordered("gymnasium_lyceum", [19, 218]), ...PRIVATE_NEEDS]),
  kindergarten("nursery_kindergarten", 149, [
    group("full_day", "from_3", 100, [59, 376]),
    group("full_day", "under_3", 100, [11, 92]),
    group("round_the_clock", "from_3", 6, [7, 26]),
    group("short_day", "from_3", 6, [15, 44]),
    ...youngNeeds("inclusive", 16, [2, 30]),
  ]),
  kindergarten("kindergarten", 23, [
    group("full_day", "from_3", 100, [116, 431]),
    group("round_the_clock", "from_3", 9, [13, 24]),
    group("short_day", "from_3", 4, [20, 53]),
    ...youngNeeds("inclusive", 20, [2, 30]),
  ]),
  kindergarten("sanatorium_kindergarten", 7, [
    group("sanatorium", "from_3", 100, [105, 424]),
    ...youngNeeds("inclusive", 17, [5, 51]),
  ]),
  kindergarten("special_kindergarten", 5, [
    group("special_group", "from_3", 100, [75, 124]),
    ...youngNeeds("special_group", 28, [27, 109]),
  ]),
  privateKindergarten("kindergarten", 395, [
    group("full_day", "from_3", 100, [28, 282]),
    group("short_day", "from_3", 5, [5, 38]),
    ...youngNeeds("inclusive", 3, [1, 25]),
  ]),
  privateKindergarten("nursery_kindergarten", 197, [
    group("full_day", "from_3", 100, [23, 191]),
    group("full_day", "under_3", 100, [4, 63]),
    group("short_day", "from_3", 3, [9, 33]),
    ...youngNeeds("inclusive", 3, [1, 29]),
  ]),
  privateKindergarten("mini_centre", 77, [group("mini_centre", "from_3", 100, [19, 49])]),
  club("children_palace", 8, false, [
    lesson("creative", "dance", 100, [273, 775]),
    lesson("creative", "music", 100, [313, 851]),
    lesson("educational", "robotics", 100, [195, 554]),
    withNeeds("creative", "music", 50),
  ]),
  club("art_school", 20, false, [
    lesson("creative", "fine_arts", 50, [91, 311]),
    lesson("creative", "music", 60, [84, 409]),
    lesson("creative", "theatre", 30, [71, 389]),
    lesson("creative", "dance", 60, [66, 412]),
  ]),
  club("sport_school", 32, false, [
    lesson("sport", "gymnastics", 34, [74, 658]),
    lesson("sport", "martial_arts", 41, [73, 575]),
    lesson("sport", "swimming", 28, [119, 622]),
    lesson("sport", "team_sports", 41, [77, 374]),
    withNeeds("sport", "martial_arts", 19),
    withNeeds("sport", "gymnastics", 12),
  ]),
  club(
    "creative_club",
    512,
    true,
    [withNeeds("creative", "music", 2)],
    [
      ...["dance", "fine_arts", "music", "theatre", "dance", "fine_arts"].map((direction) =>
        lesson("creative", direction, 100, [5, 197]),
      ),
      ...["robotics", "science", "tourism"].map((direction) =>
        lesson("educational", direction, 100, [6, 166]),
      ),
    ],
  ),
  club(
    "sport_club",
    428,
    true,
    [withNeeds("sport", "team_sports", 1)],
    [
      ...[
        "martial_arts",
        "team_sports",
        "gymnastics",
        "martial_arts",
        "team_sports",
        "swimming",
      ].map((direction) => lesson("sport", direction, 100, [5, 208])),
    ],
  ),
  unfunded("correction_cabinet", "special_needs", 18, []),
  unfunded("pmpk", "special_needs", 9, []),
  unfunded("rehabilitation_centre", "special_needs", 5, []),
  unfunded("autism_centre", "special_needs", 4, []),
  unfunded("support_centre", "special_needs", 4, []),
];

type Range = readonly [least: number, most: number];

function school(type: string, count: number, series: readonly Series[]): Kind {
  return {
    type,
    tier: "secondary",
    funding: "formula",
    isPrivate: false,
    count,
    series,
    oneOf: [],
  };
}

function privateSchool(type: string, count: number, series: readonly Series[]): Kind {
  return { ...school(type, count, series), isPrivate: true };
}

function unfunded(type: string, tier: string, count: number, series: readonly Series[]): Kind {
  return { ...school(type, count, series), tier, funding: "estimate" };
}

function kindergarten(type: string, count: number, series: readonly Series[]): Kind {
  return { ...school(type, count, series), tier: "preschool" };
}

function privateKindergarten(type: string, count: number, series: readonly Series[]): Kind {
  return { ...kindergarten(type, count, series), isPrivate: true };
}

function club(
  type: string,
  count: number,
  isPrivate: boolean,
  series: readonly Series[],
  oneOf: readonly Series[] = [],
): Kind {
  return { ...school(type, count, series), tier: "extracurricular", isPrivate, oneOf };
}

function pupils(programme: string, [least, most]: Range): readonly Series[] {
  const fact = "secondary.enrolled";
  return [
    { fact, codes: ["primary", programme], percent: 100, least, most },
    { fact, codes: ["basic", programme], percent: 100, least, most },
    {
      ...{ fact, codes: ["general_secondary", programme], percent: 100 },
      ...{ least: Math.ceil(least / 3), most: Math.ceil(most / 3) },
    },
  ];
}

/** Pupils of a private school, most of them under the state order. */
function ordered(programme: string, range: Range): readonly Series[] {
  return pupils(programme, range).map((each, place) => ({
    ...each,
    percent: place === 0 ? 100 : 92,
    contract: "secondary.contracted",
  }));
}

function needs(form: string, shares: readonly Share[], [least, most]: Range): readonly Series[] {
  return shares.map(([category, percent]) => ({
    ...{ fact: "special_needs.school_enrolled", codes: [category, form] },
    ...{ percent, least, most },
  }));
}

function youngNeeds(form: string, percent: number, [least, most]: Range): readonly Series[] {
  return YOUNG_NEEDS.map((category) => ({
    ...{ fact: "special_needs.kindergarten_enrolled", codes: [category, form] },
    ...{ percent, least, most },
  }));
}

function group(type: string, age: string, percent: number, [least, most]: Range): Series {
  return { fact: "preschool.enrolled", codes: [type, age], percent, least, most };
}

function lesson(order: string, direction: string, percent: number, [least, most]: Range): Series {
  return {
    ...{
      fact: "extracurricular.attended",
      codes: [order, direction, "general"],
      percent,
      least,
      most,
    },
    contract: "extracurricular.contracted",
  };
}

function withNeeds(order: string, direction: string, percent: number): Series {
  const { codes, ...rest } = lesson(order, direction, percent, [1, 26]);
  return { ...rest, codes: [...codes.slice(0, 2), "special_needs"] };
}
