/**
 * A request written byte by byte, so that it may be wrong in ways that a client of HTTP would
 * mend or refuse; each over a connection of its own.
 */
import { connect } from "node:net";
import type { HostileRequest } from "../support/hostile-requests.ts";

/** The status of the answer, or how it ended without one. */
export type RawOutcome = number | "no answer in time" | "closed without an answer";

const PATIENCE_MS = 10_000;
const STATUS = /^HTTP\/1\.1 (\d{3})/;
const STREAM = /\r\ncontent-type: text\/event-stream/i;

/** Sends the request and reads until the server is done; an endless answer is cut off. */
export function sendRaw(
  { hostname, port, host }: URL,
  request: HostileRequest,
  cookie: string | undefined,
): Promise<RawOutcome> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let head = "";
    const end = (outcome: RawOutcome): void => {
      socket.destroy();
      resolve(outcome);
    };
    const answered = (): RawOutcome => {
      const status = STATUS.exec(head)?.[1];
      return status === undefined ? "closed without an answer" : Number(status);
    };
    socket.setTimeout(PATIENCE_MS, () => end("no answer in time"));
    socket.on("error", () => end(answered()));
    socket.on("close", () => end(answered()));
    socket.on("data", (part: Buffer) => {
      if (head.length < 4000) head += part.toString("latin1");
      if (STREAM.test(head)) end(answered());
    });
    socket.write(headOf(request, host, cookie));
    socket.write(request.body ?? "");
  });
}

function headOf(
  { method, target, headers, body }: HostileRequest,
  host: string,
  cookie: string | undefined,
): Buffer {
  const own = new Set(headers.map(([name]) => name));
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(own.has("host") ? [] : [`host: ${host}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(cookie === undefined ? [] : [`cookie: ${cookie}`]),
    ...(body === undefined || own.has("transfer-encoding")
      ? []
      : [`content-length: ${body.length}`]),
    "connection: close",
  ];
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
}
