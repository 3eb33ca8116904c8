/**
 * Text as windows-1251 bytes, the way old spreadsheets save it; letters it lacks become question
 * marks.
 */
const DECODER = new TextDecoder("windows-1251");
const BYTES = new Map(
  Array.from({ length: 256 }, (_, byte) => [DECODER.decode(Uint8Array.of(byte)), byte]),
);

export function encodeWindows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => BYTES.get(letter) ?? 63);
}
