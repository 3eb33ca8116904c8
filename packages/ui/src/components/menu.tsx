/** A list that opens at a button: places to go and things to do. */
import type { ReactElement, ReactNode } from "react";
import {
  Popover as AriaPopover,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from "react-aria-components";

import { Icon } from "./icon.tsx";
import "./menu.css";

/** A place to go, or a thing to do. */
export type MenuEntry = {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  readonly onAction?: () => void;
  /** One is there, or it holds now. */
  readonly isCurrent?: boolean;
};

/** Entries that belong together, under a heading of their own or none. */
export type MenuGroup = {
  readonly id: string;
  readonly label: string;
  readonly heading?: ReactNode;
  readonly entries: readonly MenuEntry[];
};

/** The button that opens, and what stands in the list. */
export type DropMenuProps = {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
};

/** Arrow keys move, letters jump, Esc closes and returns to the button. */
export function DropMenu({ trigger, label, groups }: DropMenuProps): ReactElement {
  return (
    <MenuTrigger>
      {trigger}
      <AriaPopover className="popover menu-popover" offset={6}>
        <Menu className="menu" aria-label={label}>
          {groups.map(({ id, label: said, heading, entries }) => (
            <MenuSection key={id} className="menu-group" aria-label={said}>
              {heading === undefined ? null : <Header className="menu-heading">{heading}</Header>}
              {entries.map((entry) => (
                <MenuLine key={entry.id} entry={entry} />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </AriaPopover>
    </MenuTrigger>
  );
}

function MenuLine({ entry }: { readonly entry: MenuEntry }): ReactElement {
  const { id, name, href, onAction, isCurrent = false } = entry;
  return (
    <MenuItem
      id={id}
      className={isCurrent ? "menu-item menu-item-current" : "menu-item"}
      textValue={name}
      {...(href === undefined ? {} : { href })}
      {...(onAction === undefined ? {} : { onAction })}
    >
      <span>{name}</span>
      {isCurrent ? <Icon name="check" /> : null}
    </MenuItem>
  );
}
