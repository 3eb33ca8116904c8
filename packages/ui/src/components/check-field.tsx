/** A statement that holds or does not, with what follows from it. */
import type { ReactElement } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components";

import { Icon } from "./icon.tsx";
import "./check-field.css";

/** The statement, and whether it holds. */
export type CheckFieldProps = {
  readonly label: string;
  readonly description?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly isDisabled?: boolean;
};

/** Space turns it. */
export function CheckField({
  label,
  description,
  isChecked,
  onChange,
  isDisabled = false,
}: CheckFieldProps): ReactElement {
  return (
    <CheckboxField isSelected={isChecked} onChange={onChange} isDisabled={isDisabled}>
      <CheckboxButton className="check-field">
        <span className="check-box" aria-hidden="true">
          {isChecked ? <Icon name="check" /> : null}
        </span>
        <span>
          <span className="check-label">{label}</span>
          {description === undefined ? null : (
            <span className="field-description check-description">{description}</span>
          )}
        </span>
      </CheckboxButton>
    </CheckboxField>
  );
}
