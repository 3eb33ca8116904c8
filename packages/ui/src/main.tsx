/** Puts the page into its document. A fault that nobody caught leaves a screen without figures. */
import "./theme/font.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./app.tsx";
import { BrokenScreen } from "./features/workbook/screens.tsx";
import { applyTheme, rememberedTheme } from "./theme/theme-preference.ts";
import "./theme/theme.css";

applyTheme(rememberedTheme());

const container = document.getElementById("root");
if (container === null) throw new Error("the document has no place for the page");

const root = createRoot(container, { onUncaughtError: () => root.render(<BrokenScreen />) });
root.render(
  <StrictMode>
    <App />
  </StrictMode>,
);
