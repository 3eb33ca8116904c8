/** How the number of a cell is read, whoever writes it: a row of a register, a scenario. */
import { COUNT, type Decoder, decimalDecoder, decoded } from "./cell.ts";
import { countsPeople } from "./organisation-attributes.ts";
import type { HeadcountFact, NamedFact } from "./register-rules.ts";

/** Plain digits: headcounts are whole and not negative, other facts as they are declared. */
export function factValueDecoder(fact: HeadcountFact | NamedFact): Decoder<string> {
  if (fact.source === "headcounts") return HEADCOUNT;
  return decimalDecoder({ isWhole: fact.isWhole, isNotNegative: countsPeople(fact.unit) });
}

const HEADCOUNT: Decoder<string> = {
  expected: COUNT.expected,
  decode: (text) => {
    const count = COUNT.decode(text);
    return count.ok ? decoded(`${count.value}`) : count;
  },
};
