/** One choice of a few that are all on view: the unit of money. */
import type { ReactElement, ReactNode } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";

import "./segmented-control.css";

/** One of the choices; the title says more than the sign on the button. */
export type Segment<Id extends string> = {
  readonly id: Id;
  readonly content: ReactNode;
  readonly label?: string;
};

/** The choices, which one holds, and what follows a choice. */
export type SegmentedControlProps<Id extends string> = {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Words under a line, as in the switch of languages, or a framed strip. */
  readonly look?: "framed" | "underlined";
};

/** Chooses exactly one; the arrow keys move between the choices. */
export function SegmentedControl<Id extends string>({
  label,
  segments,
  selected,
  onSelect,
  look = "framed",
}: SegmentedControlProps<Id>): ReactElement {
  return (
    <ToggleButtonGroup
      className={`segments segments-${look}`}
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const chosen = segments.find(({ id }) => keys.has(id));
        if (chosen !== undefined) onSelect(chosen.id);
      }}
    >
      {segments.map(({ id, content, label: said }) => (
        <ToggleButton
          key={id}
          id={id}
          className="segment"
          {...(said === undefined ? {} : { "aria-label": said })}
        >
          {content}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
