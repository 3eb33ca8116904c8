/** Values that nobody should send: every kind that has ever brought a server down. */
import type { Random } from "./random.ts";

/** A JSON text, or bytes that pretend to be one. */
export type HostileText = { readonly name: string; readonly bytes: Buffer };

const LONG = 20_000;
const DEEP = 20_000;

const NUMBERS = [
  ...[0, -1, 1.5, -0, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324],
  ...[2 ** 60, 1e21, 4294967296],
] as const;

const TEXTS = [
  ...["", " ", "\0", "a\0b", "\uFEFF", "\uD800", "\u202Eabc", "%00", "null", "undefined", "NaN"],
  ...["'; drop table scenarios; --", "#{1+1}", "{{7*7}}", "<script>", "../../../etc/passwd"],
  ...["__proto__", "constructor", "toString", "-1", "1e999", "0x10", "٣", "１２", "∞"],
  ...["9".repeat(400), "a".repeat(LONG), "ә".repeat(LONG), "\n".repeat(1000), "1970-02-30"],
  ...["2026-13-45", "99999-01-01", "00000000-0000-0000-0000-000000000000", "👩‍👩‍👧‍👦".repeat(500)],
] as const;

/** A text of the list. */
export function hostileString(random: Random): string {
  return random.pick(TEXTS);
}

/** Any value of JSON that hardly fits anywhere. */
export function hostileJson(random: Random): unknown {
  const make = random.pick<() => unknown>([
    () => hostileString(random),
    () => random.pick(NUMBERS),
    () => null,
    () => random.chance(50),
    () => [],
    () => ({}),
    () => Array.from({ length: 3000 }, () => 1),
    () => nested(random.int(2, 2000)),
    () => ({ __proto__own: 1, constructor: { prototype: { isAdmin: true } } }),
    () => Object.fromEntries(Array.from({ length: 500 }, (_, place) => [`m${place}`, place])),
    () => [[[]], [{}], [null]],
  ]);
  return make();
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** What stands where JSON should: broken, cut, too deep, or no text at all. */
export function hostileText(random: Random, json: string): HostileText {
  const text = (name: string, said: string): HostileText => ({ name, bytes: Buffer.from(said) });
  const bytes = (name: string, said: Buffer): HostileText => ({ name, bytes: said });
  const make = random.pick<() => HostileText>([
    () => text("cut", json.slice(0, random.int(0, Math.max(0, json.length - 1)))),
    () => text("deep lists", "[".repeat(DEEP)),
    () => text("deep objects", `${'{"a":'.repeat(DEEP)}1${"}".repeat(DEEP)}`),
    () => text("two documents", `${json}${json}`),
    () => text("a comma too many", json.replace(/[}\]]$/, ",$&")),
    () => text("no number of JSON", json.replace(/[:\d]/, "$&NaN")),
    () => text("huge number", `{"baseRevision":1${"0".repeat(5000)}}`),
    () => text("same member twice", json.replace("{", '{"name":1,"name":2,"batchId":3,')),
    () => text("prototype", `{"__proto__":{"role":"administrator"},${json.slice(1)}`),
    () => text("byte order mark", `\uFEFF${json}`),
    () => text("empty", ""),
    () => text("form", "a=1&b=2"),
    () => text("markup", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    () => text("escaped surrogate", '{"name":"\\ud800","reason":"\\u0000"}'),
    () => bytes("no UTF-8", Buffer.concat([Buffer.from('{"name":"'), INVALID, Buffer.from('"}')])),
    () => bytes("UTF-16", Buffer.from(json, "utf16le")),
    () => bytes("NUL bytes", Buffer.alloc(1000)),
    () => bytes("noise", Buffer.from(Array.from({ length: 600 }, () => random.int(0, 255)))),
  ]);
  return make();
}

const INVALID = Buffer.from([0xc3, 0x28, 0xff, 0xfe, 0xed, 0xa0, 0x80, 0xf8, 0x88]);
