/**
 * Codes that no list has: letters, digits, `_`, `-`, `.` and single blanks inside, as the codes of
 * a methodology. They stand in keys beside signs that no code has.
 */
import { issue } from "../kernel/index.ts";
import { type Decoder, decoded, undecoded } from "./cell.ts";

const SHAPE = /^[\p{L}\p{N}_.-]+(?: [\p{L}\p{N}_.-]+)*$/u;
/** Results add lines without an organisation up under this name, among the groups. */
const CITYWIDE = "citywide";

/** A code of at most `limit` characters; `expected` is the word of the catalogues for its shape. */
export function freeCodeDecoder(expected: string, limit: number): Decoder<string> {
  return {
    expected,
    decode: (text) => {
      const code = text.normalize("NFC").replace(/\s+/g, " ");
      if (code.length <= limit && SHAPE.test(code) && code !== CITYWIDE) return decoded(code);
      return undecoded((place) => issue("id-malformed", place, { value: text, expected }));
    },
  };
}
