/** Where the person stands in the workbook: unit, grouping, filter, figure, panel. */
import { useState } from "react";

import type { MoneyUnit } from "../../format/money.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { layoutFor } from "./layout.ts";
import { useRemembered } from "./remembered.ts";
import type {
  ActiveFigure,
  OrganisationGrouping,
  Workbook,
  WorkbookData,
} from "./workbook-context.ts";

const GROUPINGS = ["district", "organisation_type", "ownership", "none"] as const;

const WHOLE_CITY: ActiveFigure = { rowKind: "city", id: "", columnId: "total" };

/** The state of a workbook over its data; unit and grouping are remembered in the browser. */
export function useWorkbookState(data: WorkbookData): Workbook {
  const { language } = useLanguage();
  const [unit, setUnit] = useRemembered<MoneyUnit>("unit", ["thousand", "tenge", "million"]);
  const [group, rememberGroup] = useRemembered<OrganisationGrouping>("group", GROUPINGS);
  const [tierFilter, setTierFilter] = useState<string | null>(null);
  const [shownMembers, setShownMembers] = useState<ReadonlySet<string> | null>(null);
  const [activeFigure, setActiveFigure] = useState<ActiveFigure>(WHOLE_CITY);
  const [isPanelOpen, setPanelOpen] = useState(() => layoutFor(window.innerWidth) === "wide");
  const setGroup = (next: OrganisationGrouping): void => {
    rememberGroup(next);
    // A district is no row of another grouping: the column's figure of the whole city stays.
    if (activeFigure.rowKind === "group" && next !== group) {
      setActiveFigure({ ...WHOLE_CITY, columnId: activeFigure.columnId });
    }
  };
  return {
    ...data,
    language,
    ...{ unit, setUnit, group, setGroup },
    ...{ tierFilter, setTierFilter, shownMembers, setShownMembers },
    ...{ activeFigure, setActiveFigure },
    ...{ isPanelOpen, setPanelOpen },
  };
}
