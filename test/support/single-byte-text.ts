/** Text in an encoding of one byte a letter; letters it lacks become question marks. */
export function encodeSingleByte(encoding: "windows-1251" | "ibm866", text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 63);
}
