/** The facts of the generated city: the codes of each place of their index, the period first. */

const MONTHS = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0"));
const COUNTS = ["january", "september"];
const LEVELS = ["primary", "basic", "general_secondary"];
const PROGRAMMES = ["general", "gymnasium_lyceum", "special"];
const NEEDS = [
  ...["development_delay", "speech", "hearing", "vision", "musculoskeletal"],
  ...["intellectual_mild", "intellectual_moderate", "intellectual_severe", "autism", "complex"],
];
const CHILDREN = ["general", "under_3", "from_3", "special_needs"];
const ATTENDANCE = [
  MONTHS,
  ["creative", "educational", "sport"],
  [
    ...["music", "dance", "fine_arts", "theatre", "robotics", "science", "tourism"],
    ...["team_sports", "martial_arts", "gymnastics", "swimming"],
  ],
  CHILDREN,
];

/** How often a fact is counted: by the month, or on the count dates. */
export type Rhythm = "months" | "counts";

export type CityFact = {
  readonly rhythm: Rhythm;
  readonly codes: readonly (readonly string[])[];
};

export const CITY_FACTS = {
  "secondary.enrolled": { rhythm: "counts", codes: [COUNTS, LEVELS, PROGRAMMES] },
  "secondary.contracted": { rhythm: "counts", codes: [COUNTS, LEVELS, PROGRAMMES] },
  "preschool.enrolled": {
    rhythm: "months",
    codes: [
      MONTHS,
      [
        ...["full_day", "short_day", "mini_centre", "special_group", "sanatorium"],
        "round_the_clock",
      ],
      CHILDREN,
    ],
  },
  "extracurricular.contracted": { rhythm: "months", codes: ATTENDANCE },
  "extracurricular.attended": { rhythm: "months", codes: ATTENDANCE },
  "special_needs.school_enrolled": {
    rhythm: "counts",
    codes: [COUNTS, NEEDS, ["inclusive", "special_class", "special_school", "home"]],
  },
  "special_needs.kindergarten_enrolled": {
    rhythm: "months",
    codes: [MONTHS, NEEDS, ["inclusive", "special_group"]],
  },
} as const satisfies Readonly<Record<string, CityFact>>;

export type CityFactName = keyof typeof CITY_FACTS;
