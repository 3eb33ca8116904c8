/** Puts the page of the grid layer into its document, as its address asks for it. */
import "../../../packages/ui/src/theme/font.ts";
import type { JSX } from "react";
import { createRoot } from "react-dom/client";

import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { type PageOptions, readOptions } from "./page-options.ts";

const options = readOptions(window.location.search);
if (options.theme !== null) document.documentElement.dataset["theme"] = options.theme;
await texts.changeLanguage(options.language);
document.documentElement.lang = options.language;

const container = document.getElementById("root");
if (container === null) throw new Error("the document has no place for the page");
createRoot(container).render(await pageOf(options));

/** Only what is on view is loaded: the bare grid brings the whole library along. */
async function pageOf(asked: PageOptions): Promise<JSX.Element> {
  if (asked.isBare) {
    const { BareGrid } = await import("./bare-grid.tsx");
    return <BareGrid options={asked} />;
  }
  const { GridPage } = await import("./grid-page.tsx");
  return <GridPage options={asked} />;
}
