/** The list that a choice folds out; the one that holds has a mark. */
import type { ReactElement } from "react";
import { Popover as AriaPopover, ListBox, ListBoxItem } from "react-aria-components";

import { Icon } from "./icon.tsx";
import "./select.css";

/** A choice and its name. */
export type Option<Id extends string> = { readonly id: Id; readonly name: string };

/** Stands inside of the select that it belongs to. */
export function SelectList<Id extends string>({
  options,
  selected,
}: {
  readonly options: readonly Option<Id>[];
  readonly selected: Id;
}): ReactElement {
  return (
    <AriaPopover className="popover select-list" offset={4}>
      <ListBox items={options}>
        {(option) => (
          <ListBoxItem id={option.id} textValue={option.name} className="select-option">
            <span>{option.name}</span>
            {option.id === selected ? <Icon name="check" /> : null}
          </ListBoxItem>
        )}
      </ListBox>
    </AriaPopover>
  );
}
