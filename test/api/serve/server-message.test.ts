import { expect, it } from "vitest";
import {
  parseServerMessage,
  type ServerMessage,
} from "../../../packages/api/src/serve/server-message.ts";

it.each<ServerMessage>([
  { kind: "ready", port: 8080, isDemonstration: true },
  { kind: "ready", port: 8080, isDemonstration: false, firstRunCode: "K7QF-M3XT" },
  { kind: "refused", reason: "portTaken", facts: { port: "8080" } },
  { kind: "database-lost" },
])("understands $kind", (message) => {
  expect(parseServerMessage(JSON.parse(JSON.stringify(message)))).toEqual(message);
});

it("stops at anything else", () => {
  expect(() => parseServerMessage({ kind: "hello" })).toThrow();
});
