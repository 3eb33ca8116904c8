import { expect, it } from "vitest";
import { ROLES } from "../../../packages/api/src/access/roles.ts";
import { createTranslate, LANGUAGES } from "../../../packages/api/src/create-translate.ts";

it("every role has a name in every language", async () => {
  for (const language of LANGUAGES) {
    const translate = await createTranslate(language);
    const names = ROLES.map((role) => translate(`letter.role.${role}`));
    expect(new Set(names).size).toBe(ROLES.length);
  }
});
