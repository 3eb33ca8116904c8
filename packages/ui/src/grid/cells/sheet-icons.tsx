/** Icons of a sheet, drawn in the text's colour. What they mean is said by what holds them. */
import type { JSX, ReactNode } from "react";

import type { SheetSort } from "../sheet.ts";

/** A lock: nothing can be entered in this column. */
export function LockIcon(): JSX.Element {
  return (
    <Icon>
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
      <path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" />
    </Icon>
  );
}

/** Up when the smallest stands above, down when the largest does, both where neither. */
export function SortIcon(props: {
  readonly direction: SheetSort["direction"] | null;
}): JSX.Element {
  switch (props.direction) {
    case "asc":
      return (
        <Icon>
          <path d="M8 13V3.5M4.5 7 8 3.5 11.5 7" />
        </Icon>
      );
    case "desc":
      return (
        <Icon>
          <path d="M8 3v9.5M4.5 9 8 12.5 11.5 9" />
        </Icon>
      );
    case null:
      return (
        <Icon>
          <path d="M5 13V4M2.5 6.5 5 4l2.5 2.5M11 3v9M8.5 9.5 11 12l2.5-2.5" />
        </Icon>
      );
  }
}

/** A triangle: a check says something of this row. */
export function WarningIcon(): JSX.Element {
  return (
    <Icon>
      <path d="M8 2.8 14 13H2z" />
      <path d="M8 6.5v3M8 11v.4" />
    </Icon>
  );
}

function Icon({ children }: { readonly children: ReactNode }): JSX.Element {
  return (
    <svg
      className="sheet-arrow"
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}
