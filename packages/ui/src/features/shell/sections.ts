/** The screens that stand in the navigation, and who has them. The server decides what is shown. */
import type { Role } from "@zhanbasy/api/contract";

/** A screen of the navigation. */
export type Section = {
  readonly id: "allocation" | "scenarios" | "publications" | "people" | "journal" | "own";
  readonly href: string;
  readonly roles: readonly Role[];
};

/** All who see the whole city. */
export const CITY_ROLES: readonly Role[] = [
  "administrator",
  "editor",
  "approver",
  "preparer",
  "checker",
  "auditor",
];

/** Those who see who is who and who did what. */
export const OVERSEEING_ROLES: readonly Role[] = ["administrator", "auditor"];

const SECTIONS: readonly Section[] = [
  { id: "own", href: "/", roles: ["director"] },
  { id: "allocation", href: "/", roles: CITY_ROLES },
  { id: "scenarios", href: "/scenarios", roles: CITY_ROLES },
  { id: "publications", href: "/publications", roles: CITY_ROLES },
  { id: "people", href: "/people", roles: OVERSEEING_ROLES },
  { id: "journal", href: "/journal", roles: OVERSEEING_ROLES },
];

/** The navigation of a role, in its order. */
export function sectionsOf(role: Role): readonly Section[] {
  return SECTIONS.filter(({ roles }) => roles.includes(role));
}

/** The section that an address belongs to; undefined for one beside them. */
export function sectionAt(path: string, role: Role): Section | undefined {
  return sectionsOf(role).find(({ href }) =>
    href === "/"
      ? path === "/" || path.startsWith("/runs/")
      : path === href || path.startsWith(`${href}/`),
  );
}
