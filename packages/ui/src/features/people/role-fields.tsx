/** A role with what it may do, and for a director the organisations it is bound to. */
import type { Role } from "@zhanbasy/api/contract";
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { ChoiceField } from "../../components/choice-field.tsx";
import { TextField } from "../../components/text-field.tsx";

const ROLES: readonly Role[] = [
  "administrator",
  "editor",
  "approver",
  "preparer",
  "checker",
  "director",
  "auditor",
];

/** What is typed of a role: the BINs as the person writes them. */
export type TypedRole = { readonly role: Role; readonly bins: string };

/** The BINs of a text: whatever stands between blanks, commas and semicolons. */
export function readBins(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,;]+/u).filter((part) => part !== ""))];
}

/** Whether a role may be sent: a director has at least one BIN of twelve digits, and only such. */
export function isWholeRole({ role, bins }: TypedRole): boolean {
  const read = readBins(bins);
  return role !== "director" || (read.length > 0 && read.every((bin) => /^\d{12}$/u.test(bin)));
}

/** The role as the server takes it. */
export function roleBody({ role, bins }: TypedRole): {
  readonly role: Role;
  readonly organisationIds: readonly string[];
} {
  return { role, organisationIds: role === "director" ? readBins(bins) : [] };
}

/** A fault of the BINs is told after sending was tried. */
export function RoleFields({
  typed,
  onChange,
  isTried,
  isDisabled = false,
}: {
  readonly typed: TypedRole;
  readonly onChange: (typed: TypedRole) => void;
  readonly isTried: boolean;
  readonly isDisabled?: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const isRefused = isTried && !isWholeRole(typed);
  return (
    <>
      <ChoiceField
        label={t("people.role")}
        description={t(`roleText.${typed.role}`)}
        options={ROLES.map((id) => ({ id, name: t(`role.${id}`) }))}
        selected={typed.role}
        onSelect={(role) => onChange({ ...typed, role })}
        isDisabled={isDisabled}
      />
      {typed.role === "director" ? (
        <TextField
          label={t("people.binsLabel")}
          description={t("people.binsText")}
          inputMode="numeric"
          rows={2}
          value={typed.bins}
          onChange={(bins) => onChange({ ...typed, bins })}
          error={isRefused ? t("people.binsFault") : undefined}
          isRequired
        />
      ) : null}
    </>
  );
}
