/** What people are to the product; everybody is one of these. */
export const ROLES = [
  "administrator",
  "editor",
  "approver",
  "preparer",
  "checker",
  "director",
  "auditor",
] as const;

export type Role = (typeof ROLES)[number];
