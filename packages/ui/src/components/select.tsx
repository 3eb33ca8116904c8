/** One choice of several, folded into a button: «Группа: Район». */
import type { ReactElement, ReactNode } from "react";
import { Select as AriaSelect, Button, SelectValue } from "react-aria-components";

import { Icon } from "./icon.tsx";
import { type Option, SelectList } from "./select-list.tsx";
import "./select.css";

/** The choices, which one holds, and what follows a choice. */
export type SelectProps<Id extends string> = {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Stands before the chosen name in place of the label. */
  readonly icon?: ReactNode;
};

/** Chooses one of several; letters jump to a name. */
export function Select<Id extends string>({
  label,
  options,
  selected,
  onSelect,
  icon,
}: SelectProps<Id>): ReactElement {
  const chosen = options.find(({ id }) => id === selected);
  return (
    <AriaSelect
      className="select"
      aria-label={label}
      value={selected}
      onChange={(key) => {
        const option = options.find(({ id }) => id === key);
        if (option !== undefined) onSelect(option.id);
      }}
    >
      <Button className="button button-secondary select-button">
        {icon ?? <span className="select-label">{label}:</span>}
        <SelectValue className="select-value">{() => chosen?.name}</SelectValue>
        <Icon name="chevron-down" />
      </Button>
      <SelectList options={options} selected={selected} />
    </AriaSelect>
  );
}
