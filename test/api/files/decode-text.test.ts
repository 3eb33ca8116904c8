import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../packages/api/src/files/decode-text.ts";
import { encodeSingleByte } from "../../support/single-byte-text.ts";
import { encodeWindows1251 } from "../../support/windows-1251.ts";

const CITY = new URL("../../../packages/api/demo/almaty/", import.meta.url);
const TEXT = "Школа № 1";
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("text is read", () => {
  it.each([
    ["in UTF-8", utf8(TEXT)],
    ["in UTF-8 with its mark", utf8(`\uFEFF${TEXT}`)],
    ["in windows-1251", encodeWindows1251(TEXT)],
    ["in UTF-16 with its mark", Buffer.from(`\uFEFF${TEXT}`, "utf16le")],
    ["packed", gzipSync(utf8(TEXT))],
    ["packed in windows-1251", gzipSync(encodeWindows1251(TEXT))],
  ])("%s", (_form, bytes) => {
    expect(decode(bytes)).toBe(TEXT);
  });

  it("with the letters of Kazakh in UTF-8", () => {
    expect(decode(utf8("Әуезов ауданы, ұңқіһ"))).toBe("Әуезов ауданы, ұңқіһ");
  });
});

describe("text of old programs is told by its words", () => {
  const encodings = ["windows-1251", "ibm866"] as const;
  const texts = [
    "Школа",
    "КГУ «Гимназия № 15»",
    "bin;name_ru\r\n690240744430;Общеобразовательная школа № 501",
    "ОРГАНИЗАЦИЯ ДОПОЛНИТЕЛЬНОГО ОБРАЗОВАНИЯ; Дворец школьников",
    "Съёмный объект: ещё 1\u00A0234 места; цеха, фойе, юг",
    "Всем детям, живущим в районе, дошкольное воспитание бесплатно",
    "Детский сад № 1001;Алатауский район;казахский, русский;город",
  ];

  it.each(encodings.flatMap((encoding) => texts.map((text) => [encoding, text] as const)))(
    "in %s: %s",
    (encoding, text) => {
      // The older page has no such quotes: they become question marks on the way in.
      const expected = encoding === "ibm866" ? text.replace(/[«»]/g, "?") : text;
      expect(decode(encodeSingleByte(encoding, text), 1000)).toBe(expected);
    },
  );

  it.each(["1\u00A0234;5\u00A0678\u00A0901", "“A” – B", "±0,5 °C", "№ 5"])(
    "which are windows-1251 when it has none: %s",
    (text) => {
      expect(decode(encodeWindows1251(text))).toBe(text);
    },
  );

  it("of the whole demonstration city", async () => {
    for (const file of ["organisations.csv", "estimates.csv"]) {
      const text = await readFile(new URL(file, CITY), "utf8");
      for (const encoding of encodings) {
        const bytes = encodeSingleByte(encoding, text);
        expect(decode(bytes, bytes.length)).toBe(new TextDecoder(encoding).decode(bytes));
      }
    }
  });
});

describe("text is refused", () => {
  it.each([
    ["when it is a workbook", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), "file-unreadable not-text"],
    [
      "when its packing is damaged",
      gzipSync(utf8(TEXT)).subarray(0, 20),
      "file-unreadable gzip-damaged",
    ],
    ["when it is too large", utf8("x".repeat(101)), "file-too-large 100"],
    ["when it unpacks to too much", gzipSync(utf8("x".repeat(5000))), "file-too-large 100"],
  ])("%s", (_why, bytes, expected) => {
    expect(decode(bytes)).toBe(expected);
  });
});

function decode(bytes: Uint8Array, sizeLimit = 100): string {
  const result = decodeText({ file: "a.csv", bytes, sizeLimit });
  if (result.ok) return result.value;
  const [{ code, facts }] = result.issues;
  return [code, ...Object.values(facts)].join(" ");
}
