/**
 * The formula language once more: its own reader and its own evaluation, in exact fractions, for
 * one organisation. Slow and obvious; units are read over, since proving them is not its task.
 *
 *   or, and, not, comparison, sum, product, sign, primary      from loosest to tightest
 */
import { cellScopes, codesOf, type Mention, type Scope, type World } from "./formula-cells.ts";
import { apply, compare, number, roundTo, text, truth, type Value } from "./formula-values.ts";
import { fraction, fractionOf, minus, NOTHING, over, plus, times } from "./fraction.ts";

type Code = (scope: Scope, world: World) => Value;

const TOKEN = /\s*([0-9]+(?:[.][0-9]+)?|[A-Za-z_][\w.]*|'[^']*'|<=|>=|<>|[^\s])/g;
const UNIT = /^(?:KZT|month|year|pupil)$/;
const COMPARISONS = ["=", "<>", "<=", ">=", "<", ">"];

export function evaluate(text: string, scope: Scope, world: World): Value {
  const reader = new Reader(text);
  const code = reader.whole();
  return code(scope, world);
}

/** Reads a text from left to right; every method returns what it read as code. */
class Reader {
  private readonly tokens: readonly string[];
  private place = 0;
  /** Names with an index, in the order they were read: what a sum looks for its facts in. */
  private readonly mentions: Mention[] = [];

  constructor(text: string) {
    this.tokens = [...text.matchAll(TOKEN)].map((match) => match[1] ?? "");
  }

  whole(): Code {
    const code = this.expression();
    if (this.place < this.tokens.length) throw new SyntaxError(`left over: ${this.next()}`);
    return code;
  }

  private next(): string {
    return this.tokens[this.place] ?? "";
  }

  private take(): string {
    this.place += 1;
    return this.tokens[this.place - 1] ?? "";
  }

  private skip(word: string): boolean {
    if (this.next() !== word) return false;
    this.place += 1;
    return true;
  }

  private need(word: string): void {
    if (!this.skip(word)) throw new SyntaxError(`${word} expected, ${this.next()} found`);
  }

  private expression(): Code {
    return this.next() === "case" ? this.cases() : this.or();
  }

  private cases(): Code {
    if (this.skip("otherwise")) {
      this.take();
      this.need(":");
      return this.or();
    }
    this.need("case");
    this.take();
    this.need("when");
    const when = this.or();
    this.need(":");
    const value = this.or();
    const rest = this.cases();
    return (scope, world) => (truth(when(scope, world)) ? value : rest)(scope, world);
  }

  private or(): Code {
    const left = this.and();
    if (!this.skip("or")) return left;
    const right = this.or();
    return (scope, world) => truth(left(scope, world)) || right(scope, world);
  }

  private and(): Code {
    const left = this.not();
    if (!this.skip("and")) return left;
    const right = this.and();
    return (scope, world) => truth(left(scope, world)) && right(scope, world);
  }

  private not(): Code {
    if (!this.skip("not")) return this.comparison();
    const inside = this.comparison();
    return (scope, world) => !truth(inside(scope, world));
  }

  private comparison(): Code {
    const left = this.sum();
    if (!COMPARISONS.includes(this.next())) return left;
    const sign = this.take();
    const right = this.sum();
    return (scope, world) => compare(sign, left(scope, world), right(scope, world));
  }

  private sum(): Code {
    let left = this.product();
    while (this.next() === "+" || this.next() === "-") {
      const [first, combine] = [left, this.take() === "+" ? plus : minus];
      const second = this.product();
      left = (scope, world) => combine(number(first(scope, world)), number(second(scope, world)));
    }
    return left;
  }

  private product(): Code {
    let left = this.sign();
    while (this.next() === "*" || this.next() === "/") {
      const [first, combine] = [left, this.take() === "*" ? times : over];
      const second = this.sign();
      left = (scope, world) => combine(number(first(scope, world)), number(second(scope, world)));
    }
    return left;
  }

  private sign(): Code {
    if (!this.skip("-")) return this.primary();
    const inside = this.primary();
    return (scope, world) => minus(NOTHING, number(inside(scope, world)));
  }

  private primary(): Code {
    const token = this.take();
    if (token === "(") {
      const inside = this.expression();
      this.need(")");
      return inside;
    }
    if (/^[0-9]/.test(token)) return this.number(token);
    if (token.startsWith("'")) return () => token.slice(1, -1);
    if (token === "true" || token === "false") return () => token === "true";
    return this.skip("(") ? this.call(token) : this.name(token);
  }

  private number(digits: string): Code {
    const value = fractionOf(digits);
    if (UNIT.test(this.next())) {
      this.take();
      while (/^[*/]$/.test(this.next()) && UNIT.test(this.tokens[this.place + 1] ?? "")) {
        this.place += 2;
      }
    }
    return () => value;
  }

  private name(name: string): Code {
    const index: string[] = [];
    if (this.skip("[")) {
      do index.push(this.take());
      while (this.skip(","));
      this.need("]");
    }
    this.mentions.push({ name, index });
    return (scope, world) => {
      const own = index.length === 0 ? scope.get(name) : undefined;
      if (own !== undefined) return own;
      return world.valueOf(name, codesOf(index, scope, world), scope);
    };
  }

  private call(name: string): Code {
    if (name === "sum" || name === "count_if") return this.over(name);
    if (name === "round") return this.round();
    const parts = [this.expression()];
    while (this.skip(",")) parts.push(this.expression());
    this.need(")");
    const [first = () => false, second = first, third = first] = parts;
    if (name === "if") {
      return (scope, world) => (truth(first(scope, world)) ? second : third)(scope, world);
    }
    if (name === "months_since") {
      return (scope, world) => fraction(world.monthsSince(text(first(scope, world)), scope));
    }
    return (scope, world) =>
      apply(
        name,
        parts.map((part) => number(part(scope, world))),
      );
  }

  private round(): Code {
    const inside = this.expression();
    this.need(",");
    const isLeft = this.skip("-");
    const digits = BigInt(this.take());
    const step = isLeft ? fraction(10n ** digits) : fraction(1n, 10n ** digits);
    let mode = "";
    if (this.skip(",")) while (this.next() !== ")") mode += this.take();
    this.need(")");
    return (scope, world) => {
      const steps = over(number(inside(scope, world)), step);
      return times(fraction(roundTo(steps, mode)), step);
    };
  }

  private over(kind: string): Code {
    this.need("over");
    const dimensions: string[] = [];
    do dimensions.push(this.take());
    while (this.skip(","));
    this.need(":");
    const from = this.mentions.length;
    const body = this.expression();
    const mentions = this.mentions.slice(from);
    this.need(")");
    return (scope, world) =>
      cellScopes(dimensions, mentions, scope, world)
        .map((inner) => body(inner, world))
        .map((value) => (kind === "sum" ? number(value) : fraction(truth(value) ? 1n : 0n)))
        .reduce(plus, NOTHING);
  }
}
