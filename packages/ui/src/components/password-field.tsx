/** A password: hidden while it is typed, unless the person asks to see it. */
import { type ReactElement, useState } from "react";
import { ToggleButton } from "react-aria-components";
import { useTranslation } from "react-i18next";

import { Icon } from "./icon.tsx";
import { TextField, type TextFieldProps } from "./text-field.tsx";

/** As any field; the kind and the button inside are its own. */
export type PasswordFieldProps = Omit<TextFieldProps, "type" | "inside" | "rows"> & {
  /** `current-password` where one is asked for, `new-password` where one is chosen. */
  readonly autoComplete: "current-password" | "new-password";
};

/** A field for a password. */
export function PasswordField(props: PasswordFieldProps): ReactElement {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={isShown ? "text" : "password"}
      inside={
        <ToggleButton
          className="field-inside"
          aria-label={t("form.showPassword")}
          isSelected={isShown}
          onChange={setShown}
        >
          <Icon name={isShown ? "eye-closed" : "eye"} />
        </ToggleButton>
      }
    />
  );
}
