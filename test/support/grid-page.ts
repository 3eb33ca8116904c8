/** Visits to the page of the grid layer. Whatever goes wrong in the console fails the test. */
import type { Page } from "playwright-core";
import { afterEach, expect, inject } from "vitest";
import { useBrowser, type Visit, type Visited } from "./browser.ts";

/** What a visit asks of the page; 400 organisations in Russian unless it says otherwise. */
export type GridVisit = Omit<Visit, "as" | "address"> & {
  readonly rows?: number;
  readonly columns?: 12 | 40;
  readonly language?: "ru" | "kk" | "en";
  readonly sheets?: string;
  /** Whether all groups are open at first. */
  readonly isOpen?: boolean;
};

/** More than any step of a hand may take. */
const PATIENCE_MS = 8000;

/** Opens the page, and after each test closes it and looks at what went wrong. */
export function useGridPage(): (visit?: GridVisit) => Promise<Page> {
  const visit = useBrowser();
  const visited: Visited[] = [];
  afterEach(async () => {
    const faults = visited.flatMap((each) => each.faults);
    await Promise.all(visited.map(({ context }) => context.close()));
    visited.length = 0;
    expect(faults).toEqual([]);
  });
  return async (asked = {}) => {
    const address = inject("gridPageAddress");
    const opened = await visit(gridQuery(asked), { ...asked, as: "nobody", address });
    visited.push(opened);
    opened.page.setDefaultTimeout(PATIENCE_MS);
    await opened.page.locator(".ag-row [col-id=name]").first().waitFor();
    return opened.page;
  };
}

/** The address of a visit behind that of the page. */
function gridQuery({ rows = 400, columns = 12, ...asked }: GridVisit): string {
  const { language = "ru", sheets = "roll,norms", isOpen = false } = asked;
  const open = isOpen ? "1" : "0";
  return `/?rows=${rows}&columns=${columns}&language=${language}&sheets=${sheets}&open=${open}`;
}
