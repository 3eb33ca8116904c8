/**
 * What the parts of the workbook share: the run on view, the words it is told in, and where the
 * person stands in it. The frame provides it; sheets, the formula bar and the panel read it.
 */
import type { MethodologyNames, RunColumns, RunDetail } from "@zhanbasy/api/contract";
import { createContext, useContext } from "react";

import type { MoneyUnit } from "../../format/money.ts";
import type { Language } from "../../i18n/language.ts";

/** A calculated run with everything a sheet shows of it. */
export type WorkbookData = {
  readonly run: RunDetail;
  readonly columns: RunColumns;
  readonly names: MethodologyNames;
};

/** A figure by its place: a row of the sheet and one of its columns. */
export type ActiveFigure = {
  readonly rowKind: "organisation" | "group" | "citywide" | "city";
  /** BIN, the code of a group, or an empty text where the row is the only one of its kind. */
  readonly id: string;
  readonly columnId: FigureColumnId;
};

/** A column by what it shows; `line:` is followed by a line's id, `tier:` by a tier's code. */
export type FigureColumnId =
  | "name"
  | "headcount"
  | "total"
  | "perHead"
  | `tier:${string}`
  | `line:${string}`;

/** By what organisations are put together; "none" is one flat list. */
export type OrganisationGrouping = "district" | "organisation_type" | "ownership" | "none";

/** The run on view and the person's place in it, with the ways to move. */
export type Workbook = WorkbookData & {
  readonly language: Language;
  readonly unit: MoneyUnit;
  readonly setUnit: (unit: MoneyUnit) => void;
  readonly activeFigure: ActiveFigure;
  readonly setActiveFigure: (figure: ActiveFigure) => void;
  /** The code of the only tier on view; null shows all. */
  readonly tierFilter: string | null;
  readonly setTierFilter: (tier: string | null) => void;
  /** The members that a filter leaves, by BIN or by the city's line; null without a filter. */
  readonly shownMembers: ReadonlySet<string> | null;
  readonly setShownMembers: (members: ReadonlySet<string> | null) => void;
  readonly group: OrganisationGrouping;
  readonly setGroup: (group: OrganisationGrouping) => void;
  readonly isPanelOpen: boolean;
  readonly setPanelOpen: (isOpen: boolean) => void;
};

/** The workbook above; null outside of one. */
export const WorkbookContext = createContext<Workbook | null>(null);

/** The workbook a component stands in. Throws outside of one. */
export function useWorkbook(): Workbook {
  const workbook = useContext(WorkbookContext);
  if (workbook === null) {
    throw new Error("useWorkbook stands outside of a workbook");
  }
  return workbook;
}
