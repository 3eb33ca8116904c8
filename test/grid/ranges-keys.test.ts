/** Moves and ranges by keys, as Excel has them, on every layout of the keyboard. */
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useGridPage } from "../support/grid-page.ts";
import { copy, linesOf } from "../support/sheet-clipboard.ts";
import { activeCell, cell, cellText, press, selected, settle } from "../support/sheet-hand.ts";

const visit = useGridPage();

const MOVES: readonly (readonly [keys: string, place: string])[] = [
  ["ArrowDown*2 ArrowRight", "org-3/september"],
  ["Tab*3 Enter", "org-2/january"],
  ["Control+End", "city/note"],
  ["Control+Home", "district-1/name"],
  ["End", "org-1/note"],
  ["Home", "org-1/name"],
  ["Control+ArrowDown", "district-8/january"],
  ["Shift+Enter*2", "district-1/january"],
];
const RANGES: readonly (readonly [keys: string, range: string])[] = [
  ["Shift+ArrowDown*2 Shift+ArrowRight", "org-2/january org-4/september 6"],
  ["Shift+ArrowUp Shift+ArrowLeft*2", "org-1/name org-2/january 6"],
  ["Shift+Space", "org-2/name org-2/note 13"],
  ["Shift+Home", "org-2/name org-2/january 3"],
];

it("keys lead where they lead in Excel, and the focus is there at once", async () => {
  const page = await visit();
  await cell(page, "org-1", "january").click();
  for (const [keys, place] of MOVES) {
    await press(page, "Control+Home ArrowDown ArrowRight*2");
    await press(page, keys);
    expect([keys, await activeCell(page)]).toEqual([keys, place]);
  }
});

it("with Shift they select, and the active cell stays", async () => {
  const page = await visit();
  for (const [keys, range] of RANGES) {
    await cell(page, "org-2", "january").click();
    await press(page, keys);
    expect([keys, await selected(page)]).toEqual([keys, range]);
    expect(await activeCell(page)).toBe("org-2/january");
  }
});

it("Ctrl+Space takes the column, Ctrl+A the sheet, Esc gives the cell back", async () => {
  const page = await visit({ rows: 40 });
  await cell(page, "org-2", "january").click();
  await press(page, "Control+Space");
  expect(linesOf(await copy(page))).toHaveLength(14);
  await press(page, "Control+A");
  const all = linesOf(await copy(page));
  expect([all.length, all[0]?.split("\t").length]).toEqual([14, 13]);
  await press(page, "Escape");
  expect([await activeCell(page), await selected(page)]).toEqual(["org-2/january", "one cell"]);
});

it("Ctrl+Shift with an arrow reaches the edge of the data, folded groups too", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await press(page, "Control+Shift+ArrowDown");
  const lines = linesOf(await copy(page));
  expect(lines).toHaveLength(49 + 7);
  expect(lines[0]).toBe("634");
});

it("Enter and Tab go round a range and leave it standing", async () => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await press(page, "Shift+ArrowDown Shift+ArrowRight");
  const places: string[] = [];
  for (const key of ["Enter", "Enter", "Enter", "Enter", "Tab"]) {
    await press(page, key);
    places.push(await activeCell(page));
  }
  expect(places).toEqual([
    ...["org-3/january", "org-2/september", "org-3/september", "org-2/january"],
    "org-2/september",
  ]);
  expect(await selected(page)).toBe("org-2/january org-3/september 4");
});

it("a hand quicker than the page loses no key", async () => {
  const page = await visit({ rows: 2500, isOpen: true });
  await cell(page, "org-1", "january").click();
  const tools = await page.context().newCDPSession(page);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const keys = Array.from({ length: 30 }, () => strokesOf("ArrowDown", 40, "ArrowDown", 8)).flat();
  await Promise.all(keys.map((stroke) => tools.send("Input.dispatchKeyEvent", stroke)));
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await settle(page);
  expect(linesOf(await copy(page))).toHaveLength(31);
});

/** The letter that a layout has at the place of C, V, Z and A. */
it.each([
  ["Russian", { KeyC: "с", KeyV: "м", KeyZ: "я", KeyA: "ф" }],
  ["Kazakh", { KeyC: "с", KeyV: "м", KeyZ: "я", KeyA: "ф" }],
])("on a %s layout the same keys copy, paste, take back and select", async (_name, letters) => {
  const page = await visit();
  await cell(page, "org-2", "january").click();
  await chord(page, "KeyC", letters.KeyC);
  await press(page, "ArrowDown");
  await chord(page, "KeyV", letters.KeyV);
  await expect.poll(() => cellText(page, "org-3", "january")).toBe("634");
  await chord(page, "KeyZ", letters.KeyZ);
  await expect.poll(() => cellText(page, "org-3", "january")).toBe("1 813");
  await chord(page, "KeyA", letters.KeyA);
  expect((await selected(page)).split(" ")[0]).toBe("district-1/name");
});

it.each([
  ["Kazakh", "BracketLeft", "х", 219],
  ["Russian", "KeyA", "ф", 65],
])("a letter of a %s layout typed into a cell of words is that letter", async (...typed) => {
  const [, code, letter, key] = typed;
  const page = await visit();
  await cell(page, "org-2", "note").click();
  const tools = await page.context().newCDPSession(page);
  const stroke = { code, key: letter, text: letter, windowsVirtualKeyCode: key };
  await tools.send("Input.dispatchKeyEvent", { ...stroke, type: "keyDown" });
  await tools.send("Input.dispatchKeyEvent", { ...stroke, type: "keyUp" });
  await page.keyboard.insertText("ә");
  await press(page, "Enter");
  await expect.poll(() => cellText(page, "org-2", "note")).toBe(`${letter}ә`);
});

/** A chord with Ctrl as another layout sends it: the place of the key, and its own letter. */
async function chord(page: Page, code: string, letter: string): Promise<void> {
  const tools = await page.context().newCDPSession(page);
  const commands = code === "KeyC" ? ["copy"] : code === "KeyV" ? ["paste"] : [];
  const [down, up] = strokesOf(code, code.charCodeAt(3), letter, 2);
  await tools.send("Input.dispatchKeyEvent", { ...down, commands });
  await tools.send("Input.dispatchKeyEvent", up);
  await settle(page);
}

function strokesOf(code: string, windowsVirtualKeyCode: number, key: string, modifiers: number) {
  const stroke = { code, key, modifiers, windowsVirtualKeyCode };
  return [
    { ...stroke, type: "rawKeyDown" },
    { ...stroke, type: "keyUp" },
  ] as const;
}
