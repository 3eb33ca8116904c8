/** A statement that holds or does not, with what follows from it. */
import type { ReactElement } from "react";
import { Checkbox } from "react-aria-components";

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
    <Checkbox
      className="check-field"
      isSelected={isChecked}
      onChange={onChange}
      isDisabled={isDisabled}
    >
      <span className="check-box" aria-hidden="true">
        {isChecked ? <Icon name="check" /> : null}
      </span>
      <span>
        <span className="check-label">{label}</span>
        {description === undefined ? null : (
          <span className="field-description check-description">{description}</span>
        )}
      </span>
    </Checkbox>
  );
}
