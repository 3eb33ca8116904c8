import { expect, it } from "vitest";
import { personSchema, sessionStateSchema } from "../../../packages/api/src/http/people-schemas.ts";

const PERSON = {
  ...{ id: "1", name: "Дина", email: "d@example.kz", role: "editor", language: "kk" },
  ...{
    organisationIds: [],
    isActive: true,
    isSample: false,
    createdAt: "2026-11-23T10:00:00.000Z",
  },
};

it("a person is told with nothing that proves who they are", () => {
  expect(personSchema.parse(PERSON)).toEqual(PERSON);
  for (const secret of ["password", "token", "emailVerified"]) {
    expect(personSchema.safeParse({ ...PERSON, [secret]: "x" }).success).toBe(false);
  }
});

it("a session is told without its token", () => {
  const state = {
    ...{ person: PERSON, isFirstRun: false, canOpenDemonstration: false, samples: null },
    ...{ singleSignOn: null, hasMail: true, idleMinutes: 30 },
  };
  expect(sessionStateSchema.parse(state)).toEqual(state);
  expect(sessionStateSchema.safeParse({ ...state, token: "x" }).success).toBe(false);
});
