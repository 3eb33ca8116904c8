/** One choice of several in a form: its name above, and below it what the choice means. */
import type { ReactElement } from "react";
import { Select as AriaSelect, Button, Label, SelectValue, Text } from "react-aria-components";

import { Icon } from "./icon.tsx";
import { type Option, SelectList } from "./select-list.tsx";
import "./field.css";
import "./select.css";

/** The choices, which one holds, and what follows a choice. */
export type ChoiceFieldProps<Id extends string> = {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  readonly description?: string;
  readonly isDisabled?: boolean;
};

/** Chooses one of several; letters jump to a name. */
export function ChoiceField<Id extends string>({
  label,
  options,
  selected,
  onSelect,
  description,
  isDisabled = false,
}: ChoiceFieldProps<Id>): ReactElement {
  const chosen = options.find(({ id }) => id === selected);
  return (
    <AriaSelect
      className="field"
      value={selected}
      isDisabled={isDisabled}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option !== undefined) onSelect(option.id);
      }}
    >
      <span className="field-head">
        <Label className="field-label">{label}</Label>
      </span>
      <Button className="button button-secondary select-button">
        <SelectValue className="select-value">{() => chosen?.name}</SelectValue>
        <Icon name="chevron-down" />
      </Button>
      {description === undefined ? null : (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <SelectList options={options} selected={selected} />
    </AriaSelect>
  );
}
