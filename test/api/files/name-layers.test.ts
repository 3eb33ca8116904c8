import { join } from "node:path";
import { expect, it } from "vitest";
import { nameLayers } from "../../../packages/api/src/files/name-layers.ts";

it("a document is named by its methodology and its place in the folder, wherever that lies", () => {
  const content = { methodology: "kz/almaty" };
  const folder = join("any", "where");
  const layers = [
    {
      manifest: { file: join(folder, "manifest.json"), content },
      documents: [{ file: join(folder, "parameters", "secondary.json"), content: {} }],
    },
  ];
  expect(nameLayers(layers)).toEqual([
    {
      manifest: { file: "kz/almaty/manifest.json", content },
      documents: [{ file: "kz/almaty/parameters/secondary.json", content: {} }],
    },
  ]);
});

it("a manifest without a name leaves the place", () => {
  const manifest = { file: join("a", "manifest.json"), content: null };
  expect(nameLayers([{ manifest, documents: [] }])[0]?.manifest.file).toBe("/manifest.json");
});
