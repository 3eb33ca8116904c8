/** Text as windows-1251 bytes, the way old spreadsheets save it. */
import { encodeSingleByte } from "./single-byte-text.ts";

export function encodeWindows1251(text: string): Uint8Array {
  return encodeSingleByte("windows-1251", text);
}
