import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  decodeUtf8,
  isFile,
  locateIssue,
  readJsonDocument,
  shownPath,
} from "../../../packages/api/src/files/read-json-document.ts";
import { issue } from "../../../packages/core/src/index.ts";
import { temporaryFolder } from "../../support/register-folder.ts";

describe("a document of people is read", () => {
  it("with its content and its places", async () => {
    const path = join(await temporaryFolder(), "a.json");
    await writeFile(path, '{\n  "a": 1\n}');
    const document = await readJsonDocument(path);
    expect(document).toMatchObject({ file: path, content: { a: 1 }, issues: [] });
    const found = issue("field-missing", { file: path, path: ["a"] }, { name: "b", expected: "c" });
    const documents = new Map([[path, document]]);
    expect(locateIssue(found, documents).place).toMatchObject({ line: 2, column: "8" });
    expect(locateIssue(found, new Map())).toBe(found);
  });

  it.each<[string, Uint8Array | undefined, string]>([
    ["that is not there", undefined, "file-missing"],
    ["in another encoding", new Uint8Array([0xcf, 0xf0]), "file-unreadable"],
    ["that is too large", new Uint8Array(16 * 1024 * 1024 + 1).fill(32), "file-too-large"],
    ["that is no JSON", new TextEncoder().encode("{"), "json-syntax"],
  ])("or refused: one %s", async (_, bytes, code) => {
    const path = join(await temporaryFolder(), "a.json");
    if (bytes !== undefined) await writeFile(path, bytes);
    const { content, issues } = await readJsonDocument(path);
    expect([content, issues.map((each) => each.code)]).toEqual([undefined, [code]]);
  });
});

it("bytes of another encoding are no letters of this one", () => {
  expect(decodeUtf8(new TextEncoder().encode("мектеп"))).toBe("мектеп");
  expect(decodeUtf8(new Uint8Array([0xff]))).toBeUndefined();
});

it("a folder is no file", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "a.json"));
  expect(await isFile(join(folder, "a.json"))).toBe(false);
});

it("a path is shown from where the user stands, as far as it lies there", () => {
  expect(shownPath(join(process.cwd(), "a", "b.json"))).toBe(join("a", "b.json"));
  expect(shownPath(join(process.cwd(), "..", "b.json"))).toBe(join(process.cwd(), "..", "b.json"));
});
