import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const SCRIPT = new URL("../../scripts/node-version.mjs", import.meta.url).href;

it.each(["18.20.8", "20.9.0", "20.18.3"])("Node %s is refused with one sentence", (version) => {
  const { status, stderr } = requireNodeOn(version);
  expect(stderr).toMatch(/^Zhanbasy работает с Node [\d.]+ или новее; здесь v[\d.]+[.]\n$/);
  expect(status).toBe(1);
});

it.each(["20.19.0", "20.20.2", "22.1.0", "24.0.0"])("Node %s is new enough", (version) => {
  expect(requireNodeOn(version)).toMatchObject({ status: 0, stderr: "" });
});

function requireNodeOn(version: string) {
  const pretend = `Object.defineProperty(process.versions, "node", { value: "${version}" });`;
  const code = `${pretend} (await import("${SCRIPT}")).requireNode();`;
  const flags = ["--input-type=module", "--eval", code];
  return spawnSync(process.execPath, flags, { encoding: "utf8" });
}
