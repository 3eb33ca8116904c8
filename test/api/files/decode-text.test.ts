import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../../packages/api/src/files/decode-text.ts";
import { encodeWindows1251 } from "../../support/windows-1251.ts";

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

function decode(bytes: Uint8Array): string {
  const result = decodeText({ file: "a.csv", bytes, sizeLimit: 100 });
  if (result.ok) return result.value;
  const [{ code, facts }] = result.issues;
  return [code, ...Object.values(facts)].join(" ");
}
