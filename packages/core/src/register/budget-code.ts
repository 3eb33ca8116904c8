/**
 * Budget codes. Where a methodology writes all of them as `NN.N.NNN.NNN` (functional group,
 * subgroup, administrator, programme), a text of another shape is told so.
 */
import { issue } from "../kernel/index.ts";
import { type Decoder, decoded, undecoded } from "./cell.ts";

const SHAPE = /^\d{2}\.\d\.\d{3}\.\d{3}$/;

/** A budget code of the methodology. */
export function budgetCodeDecoder(known: ReadonlySet<string>): Decoder<string> {
  const hasShape = [...known].every((code) => SHAPE.test(code));
  return {
    expected: "budget-code",
    decode: (text) => {
      if (hasShape && !SHAPE.test(text)) {
        return undecoded((place) => issue("budget-code-malformed", place, { value: text }));
      }
      if (known.has(text)) return decoded(text);
      const facts = { value: text, expected: [...known].join(", ") };
      return undecoded((place) => issue("code-unknown", place, facts));
    },
  };
}
