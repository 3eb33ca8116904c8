/** A field in which a password is chosen: it can be seen, so it is typed once. */
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";

import { PasswordField } from "../../components/password-field.tsx";
import { findPasswordFault } from "./password-fault.ts";

/** What was typed; whether sending was tried, so that a fault is told. */
export type NewPasswordFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  readonly isTried: boolean;
};

/** Says what is asked of a password before it is refused. */
export function NewPasswordField({
  label,
  value,
  onChange,
  isTried,
}: NewPasswordFieldProps): ReactElement {
  const { t } = useTranslation();
  const fault = isTried ? findPasswordFault(value) : undefined;
  return (
    <PasswordField
      label={label}
      name="new-password"
      autoComplete="new-password"
      value={value}
      onChange={onChange}
      description={t("password.rule")}
      error={fault === undefined ? undefined : t(fault)}
      isRequired
    />
  );
}
