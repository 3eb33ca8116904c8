import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import {
  createKeptAnswers,
  packJson,
  packText,
  unpackBytes,
} from "../../../packages/api/src/http/kept-answers.ts";

it("a packed answer says what the plain one says", async () => {
  const answer = await packJson({ amountTiyn: "43200000000000" });
  expect(answer.type).toBe("application/json; charset=utf-8");
  const plain = await unpackBytes(answer);
  expect(gunzipSync(answer.packed)).toEqual(Buffer.from(plain));
  expect(new TextDecoder().decode(plain)).toBe('{"amountTiyn":"43200000000000"}');
});

it("answers have the same tag when they say the same", async () => {
  const [first, same, other] = await Promise.all([
    packJson({ amountTiyn: "1" }),
    packJson({ amountTiyn: "1" }),
    packJson({ amountTiyn: "2" }),
  ]);
  expect(first.tag).toBe(same.tag);
  expect(first.tag).not.toBe(other.tag);
});

it("an answer is made once, however many ask at once and later", async () => {
  const kept = createKeptAnswers();
  let made = 0;
  const make = () => {
    made += 1;
    return packText("text", "text/plain");
  };
  const [first, second] = await Promise.all([kept("a", make), kept("a", make)]);
  expect(first).toBe(second);
  expect(await kept("a", make)).toBe(first);
  expect(made).toBe(1);
});

it("neither nothing nor a fault is kept", async () => {
  const kept = createKeptAnswers();
  expect(await kept("a", () => Promise.resolve(undefined))).toBeUndefined();
  await expect(kept("a", () => Promise.reject(new Error("no database")))).rejects.toThrow();
  const found = await kept("a", () => packText("text", "text/plain"));
  expect(found?.type).toBe("text/plain");
});

it("the least recently asked leaves when there is no room", async () => {
  const answer = await packText("x".repeat(1000), "text/plain");
  const kept = createKeptAnswers(2 * (answer.packed.length + 500));
  const made: string[] = [];
  const ask = (name: string) =>
    kept(name, () => {
      made.push(name);
      return Promise.resolve(answer);
    });
  for (const name of ["a", "b", "a", "c", "a", "b"]) await ask(name);
  expect(made).toEqual(["a", "b", "c", "b"]);
});
