/** The clipboard of a page, through the browser's own events of copying and pasting. */
import type { Page } from "playwright-core";

/** What another program, or our own copy, has put on the clipboard. */
export type ClipboardForms = { readonly text: string; readonly html: string };

/** Copies what is selected by the keys, and tells what was put on the clipboard. */
export async function copy(page: Page, keys = "Control+C"): Promise<ClipboardForms> {
  await page.evaluate(NOTE_COPY);
  await page.keyboard.press(keys);
  return (await page.evaluate("window.copied")) as ClipboardForms;
}

/** Puts a table on the clipboard as another program does, and pastes it by the keys. */
export async function paste(page: Page, forms: Partial<ClipboardForms>): Promise<void> {
  await putOnClipboard(page, forms);
  await page.keyboard.press("Control+V");
}

/** Puts a table on the clipboard as another program does. */
export async function putOnClipboard(page: Page, forms: Partial<ClipboardForms>): Promise<void> {
  const isPut = await page.evaluate(`(() => {
    const forms = ${JSON.stringify(forms)};
    const give = (event) => {
      if (forms.text !== undefined) event.clipboardData.setData("text/plain", forms.text);
      if (forms.html !== undefined) event.clipboardData.setData("text/html", forms.html);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    window.addEventListener("copy", give, { capture: true, once: true });
    return document.execCommand("copy");
  })()`);
  if (isPut !== true) throw new Error("nothing was put on the clipboard");
}

/** Line breaks as plain ones, the last one away: the rows that a person sees. */
export function linesOf({ text }: ClipboardForms): readonly string[] {
  return text.replaceAll("\r\n", "\n").replace(/\n$/, "").split("\n");
}

/** Whatever the sheet put there is read where the event has gone through the whole page. */
const NOTE_COPY = `(() => {
  window.copied = { text: "", html: "" };
  const note = ({ clipboardData }) => {
    window.copied = {
      text: clipboardData.getData("text/plain"),
      html: clipboardData.getData("text/html"),
    };
  };
  window.addEventListener("copy", note, { once: true });
  window.addEventListener("cut", note, { once: true });
})()`;
