import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  findPortHolder,
  LOOPBACK,
  type PortHolder,
} from "../../../packages/api/src/serve/port-holder.ts";
import { refusalOf } from "../../support/refusal-of.ts";

describe("the holder of a port", () => {
  it("is nobody when it can be listened on", async () => {
    const port = await listen(() => undefined);
    await port.close();
    expect(await holderOf(port.number, "mine")).toBe("nobody");
  });

  it("is ours when the same data are served there", async () => {
    const { number } = await listen((_, response) =>
      response.end('{"status":"ok","version":"1.0.0","instance":"mine"}'),
    );
    expect(await holderOf(number, "mine")).toBe("ours");
    expect(await holderOf(number, "theirs")).toBe("another");
  });

  it.each([
    ["another page", "<!doctype html>"],
    ["another program's health", '{"status":"ok"}'],
  ])("is another program when %s answers", async (_name, body) => {
    const { number } = await listen((_request, response) => response.end(body));
    expect(await holderOf(number, "mine")).toBe("another");
  });

  it("is another program when the connection is cut", async () => {
    const { number } = await listen((request) => request.socket.destroy());
    expect(await holderOf(number, "mine")).toBe("another");
  });
});

it("asks a server that has a name in the network under that name", async () => {
  const { number } = await listen(({ headers }, response) =>
    response.end(`{"status":"ok","instance":"${headers.host ?? ""}"}`),
  );
  const publicUrl = "https://zhanbasy.example.kz";
  const reach = { port: number, listenAddress: "0.0.0.0", publicUrl };
  expect(await findPortHolder({ ...reach, instance: "zhanbasy.example.kz" })).toBe("ours");
});

it("an address that this computer does not have is refused", async () => {
  const refusal = await refusalOf(() => holderOf(8080, "mine", "203.0.113.1"));
  expect(refusal).toEqual({ reason: "listenUnavailable", facts: {} });
});

function holderOf(port: number, instance: string, listenAddress = LOOPBACK): Promise<PortHolder> {
  return findPortHolder({ port, instance, listenAddress, publicUrl: undefined });
}

async function listen(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const close = (): Promise<void> => new Promise((resolve) => server.close(() => resolve()));
  onTestFinished(close);
  return { number: (server.address() as AddressInfo).port, close };
}
