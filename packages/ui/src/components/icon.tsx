/** The product's own drawings: 14 px on a grid of 16, lines of 1.6 in the colour of the text. */
import type { ReactElement } from "react";

import "./icon.css";

const DRAWINGS = {
  search: "M7 2.8a4.2 4.2 0 1 1 0 8.4a4.2 4.2 0 0 1 0-8.4z M10.2 10.2L13.6 13.6",
  "chevron-down": "M4 6.2L8 10.2L12 6.2",
  "chevron-up": "M4 9.8L8 5.8L12 9.8",
  "chevron-right": "M6.2 4L10.2 8L6.2 12",
  close: "M4 4L12 12 M12 4L4 12",
  check: "M3.2 8.6L6.6 12L12.8 4.6",
  warning: "M8 2.4L14.4 13.4H1.6Z M8 6.4V9.6 M8 11.4V11.5",
  refused: "M8 1.9a6.1 6.1 0 1 1 0 12.2a6.1 6.1 0 0 1 0-12.2z M8 4.9V8.6 M8 11V11.1",
  info: "M8 1.9a6.1 6.1 0 1 1 0 12.2a6.1 6.1 0 0 1 0-12.2z M8 7.4V11.1 M8 4.9V5",
  document: "M3.6 1.9H12.4V14.1H3.6Z M6 5.2H10 M6 8H10 M6 10.8H10",
  columns: "M2.2 2.9H13.8V13.1H2.2Z M6.1 2.9V13.1 M9.9 2.9V13.1",
  filter: "M2.2 4.2H13.8 M4.4 8H11.6 M6.6 11.8H9.4",
  pin: "M5.2 2.2H10.8 M6.2 2.2V6.8L4.2 9.4H11.8L9.8 6.8V2.2 M8 9.4V14",
  plus: "M8 3V13 M3 8H13",
  replace: "M3 5.2H12.4 M9.8 2.6L12.4 5.2L9.8 7.8 M13 10.8H3.6 M6.2 8.2L3.6 10.8L6.2 13.4",
  drag: "M6 3.6H6.1 M10 3.6H10.1 M6 8H6.1 M10 8H10.1 M6 12.4H6.1 M10 12.4H10.1",
  download: "M8 2.2V10 M4.8 7L8 10.2L11.2 7 M2.6 13.6H13.4",
  sun: "M8 5a3 3 0 1 1 0 6a3 3 0 0 1 0-6z M8 1.2V2.4 M8 13.6V14.8 M1.2 8H2.4 M13.6 8H14.8 M3.2 3.2L4 4 M12 12L12.8 12.8 M12.8 3.2L12 4 M4 12L3.2 12.8",
  moon: "M13.4 9.6A5.8 5.8 0 1 1 6.4 2.6A4.6 4.6 0 0 0 13.4 9.6Z",
  system: "M2 2.8H14V10.8H2Z M8 10.8V13.6 M5 13.6H11",
  lock: "M3.6 7.2H12.4V13.8H3.6Z M5.4 7.2V5a2.6 2.6 0 0 1 5.2 0V7.2",
  eye: "M1.4 8C3 5 5.3 3.6 8 3.6S13 5 14.6 8C13 11 10.7 12.4 8 12.4S3 11 1.4 8Z M8 6.2a1.8 1.8 0 1 1 0 3.6a1.8 1.8 0 0 1 0-3.6z",
  "eye-closed":
    "M1.4 8C3 5 5.3 3.6 8 3.6S13 5 14.6 8C13 11 10.7 12.4 8 12.4S3 11 1.4 8Z M3 13L13 3",
  more: "M3.4 8H3.5 M8 8H8.1 M12.5 8H12.6",
  undo: "M5.6 3.2L2.6 6.2L5.6 9.2 M2.8 6.2H10a3.4 3.4 0 0 1 0 6.8H6.4",
  redo: "M10.4 3.2L13.4 6.2L10.4 9.2 M13.2 6.2H6a3.4 3.4 0 0 0 0 6.8H9.6",
  menu: "M2.4 4.4H13.6 M2.4 8H13.6 M2.4 11.6H13.6",
} as const;

/** A drawing by its name. */
export type IconName = keyof typeof DRAWINGS;

/** A drawing beside words or inside of a labelled control; never read aloud by itself. */
export function Icon({ name }: { readonly name: IconName }): ReactElement {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
