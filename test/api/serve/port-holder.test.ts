import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { findPortHolder, LOOPBACK } from "../../../packages/api/src/serve/port-holder.ts";

describe("the holder of a port", () => {
  it("is nobody when it can be listened on", async () => {
    const port = await listen(() => undefined);
    await port.close();
    expect(await findPortHolder(port.number, "mine")).toBe("nobody");
  });

  it("is ours when the same data are served there", async () => {
    const { number } = await listen((_, response) =>
      response.end('{"status":"ok","version":"1.0.0","instance":"mine"}'),
    );
    expect(await findPortHolder(number, "mine")).toBe("ours");
    expect(await findPortHolder(number, "theirs")).toBe("another");
  });

  it.each([
    ["another page", "<!doctype html>"],
    ["another program's health", '{"status":"ok"}'],
  ])("is another program when %s answers", async (_name, body) => {
    const { number } = await listen((_request, response) => response.end(body));
    expect(await findPortHolder(number, "mine")).toBe("another");
  });

  it("is another program when the connection is cut", async () => {
    const { number } = await listen((request) => request.socket.destroy());
    expect(await findPortHolder(number, "mine")).toBe("another");
  });
});

async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  return { number: (server.address() as AddressInfo).port, close };
}
