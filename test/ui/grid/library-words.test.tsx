import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { libraryWord } from "../../../packages/ui/src/grid/library-words.ts";
import { numberTree, visibleRows } from "../../../packages/ui/src/grid/rows/arrange-rows.ts";
import { SheetGrid } from "../../../packages/ui/src/grid/sheet-grid.tsx";
import { LANGUAGES, type Language } from "../../../packages/ui/src/i18n/language.ts";
import { texts } from "../../../packages/ui/src/i18n/texts.ts";
import { sheetProps, TREE } from "../support/small-sheet.ts";

const ROWS = visibleRows(numberTree(TREE), () => true);
const SORT = { columnId: "total", direction: "desc" } as const;

afterEach(cleanup);

describe("the words of the grid library", () => {
  it.each(LANGUAGES)("are there in %s, whatever it asks for", async (language) => {
    await texts.changeLanguage(language);
    const missing = new Set<string>();
    const note = (_languages: unknown, _namespace: string, key: string) => missing.add(key);
    texts.options.saveMissing = true;
    texts.on("missingKey", note);
    const { rerender } = render(<SheetGrid {...sheetProps(ROWS)} />);
    const grid = await screen.findByRole("treegrid");
    const header = await within(grid).findByRole("columnheader", { name: /total/ });
    act(() => header.focus());
    fireEvent.keyDown(header, { key: "Enter", code: "Enter" });
    await waitFor(() => expect(spoken()).toContain(wordsOf(language)["ariaSortableColumn"]));
    rerender(<SheetGrid {...sheetProps(ROWS, { sort: SORT })} />);
    rerender(<SheetGrid {...sheetProps([], { fullRowCount: 0 })} />);
    await waitFor(() => expect(within(grid).queryByText("n1")).toBeNull());
    texts.off("missingKey", note);
    texts.options.saveMissing = false;
    expect([...missing]).toEqual([]);
  });

  it("are the same ones in every language, and English in none but English", () => {
    const { en, ru, kk } = Object.fromEntries(
      LANGUAGES.map((language) => [language, wordsOf(language)]),
    );
    expect(Object.keys(ru ?? {})).toEqual(Object.keys(en ?? {}));
    expect(Object.keys(kk ?? {})).toEqual(Object.keys(en ?? {}));
    for (const word of [...Object.values(ru ?? {}), ...Object.values(kk ?? {})]) {
      expect(word.replace("Enter", "")).not.toMatch(/[a-z]/i);
    }
  });

  it("take in what the library puts into them", () => {
    // Texts of its own: files of the page share theirs.
    const own = texts.cloneInstance({ forkResourceStore: true });
    own.addResource("ru", "screen", "grid.words.asTest", "{{1}}, файл {{0}}");
    const asked = { key: "asTest", defaultValue: "File", variableValues: ["a.csv", "два"] };
    expect(libraryWord(own.getFixedT("ru"), asked)).toBe("два, файл a.csv");
    expect(libraryWord(texts.getFixedT("ru"), { ...asked, key: "asNoTest" })).toBe("File");
  });
});

function wordsOf(language: Language): Readonly<Record<string, string>> {
  const { words } = texts.getResource(language, "screen", "grid") as {
    readonly words: Readonly<Record<string, string>>;
  };
  return words;
}

/** What the library has put into its own place for screen readers. */
function spoken(): string {
  const places = document.querySelectorAll(".ag-aria-description-container");
  return [...places].map(({ textContent }) => textContent).join(" ");
}
