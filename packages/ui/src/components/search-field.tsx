/** A field to find by words, with a way to empty it. */
import type { ReactElement } from "react";
import { SearchField as AriaSearchField, Button, Input } from "react-aria-components";

import { Icon } from "./icon.tsx";
import "./search-field.css";

/** What is typed, and what follows. */
export type SearchFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Enter: the next hit. */
  readonly onSubmit?: (value: string) => void;
};

/** Esc empties the field. */
export function SearchField({
  label,
  hint,
  clearLabel,
  value,
  onChange,
  onSubmit,
}: SearchFieldProps): ReactElement {
  return (
    <AriaSearchField
      className="search-field"
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    >
      <Icon name="search" />
      <Input className="search-input" placeholder={hint} />
      {value === "" ? null : (
        <Button className="search-clear" aria-label={clearLabel}>
          <Icon name="close" />
        </Button>
      )}
    </AriaSearchField>
  );
}
