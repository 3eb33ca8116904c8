/** A field with its name above it and what is wrong below it. */
import type { ReactElement, ReactNode } from "react";
import {
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
} from "react-aria-components";

import "./field.css";

/** What a field asks for and what was typed. */
export type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "email" | "password";
  readonly name?: string;
  /** What the browser may fill in: `email`, `new-password`, `one-time-code`. */
  readonly autoComplete?: string;
  readonly description?: string;
  /** Why the value is refused. */
  readonly error?: string | undefined;
  /** An example of what is typed, in the empty field. */
  readonly hint?: string;
  readonly inputMode?: "text" | "decimal" | "numeric" | "email";
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** More than one line. */
  readonly rows?: number;
  /** Stands at the right of the name: a link. */
  readonly aside?: ReactNode;
  /** Stands inside at the right: a button. */
  readonly inside?: ReactNode;
};

/** A line of text, or several. */
export function TextField({
  label,
  description,
  error,
  hint,
  rows,
  aside,
  inside,
  ...field
}: TextFieldProps): ReactElement {
  const shown = {
    className: "field-input",
    ...(hint === undefined ? {} : { placeholder: hint }),
  };
  return (
    <AriaTextField
      {...field}
      className="field"
      validationBehavior="aria"
      isInvalid={error !== undefined}
    >
      <span className="field-head">
        <Label className="field-label">{label}</Label>
        {aside}
      </span>
      <span className="field-box">
        {rows === undefined ? <Input {...shown} /> : <TextArea {...shown} rows={rows} />}
        {inside}
      </span>
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </AriaTextField>
  );
}
