/** A mail server on this computer that keeps the letters it is given. */
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type Letter = {
  readonly to: readonly string[];
  readonly subject: string;
  /** The plain text. */
  readonly text: string;
  readonly html: string;
};

export type PostOffice = {
  /** For `ZHANBASY_SMTP_URL`. */
  readonly url: string;
  /** The next letter that nobody has taken yet. */
  readonly nextLetter: () => Promise<Letter>;
  /** How many letters lie there that nobody has taken. */
  readonly count: () => number;
  readonly close: () => Promise<void>;
};

/** Opens it; it refuses letters to `refused@…`. */
export async function openPostOffice(): Promise<PostOffice> {
  const letters: Letter[] = [];
  const waiting: ((letter: Letter) => void)[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], logger: false },
    onRcptTo: ({ address }, _session, done) =>
      done(address.startsWith("refused@") ? new Error("no such box") : undefined),
    onData: (stream, { envelope }, done) => {
      text(stream).then((raw) => {
        const letter = readLetter(
          raw,
          envelope.rcptTo.map(({ address }) => address),
        );
        const next = waiting.shift();
        if (next === undefined) letters.push(letter);
        else next(letter);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    nextLetter: () => {
      const letter = letters.shift();
      if (letter !== undefined) return Promise.resolve(letter);
      return new Promise((resolve) => waiting.push(resolve));
    },
    count: () => letters.length,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The first link of a letter. */
export function linkOf({ text: words }: Letter): string {
  return /https?:\/\/\S+/.exec(words)?.[0] ?? "";
}

function readLetter(raw: string, to: readonly string[]): Letter {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const boundary = /boundary="([^"]+)"/.exec(head)?.[1] ?? "";
  const parts = rest.join("\r\n\r\n").split(`--${boundary}`).map(readPart);
  const subject = /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(head)?.[1] ?? "";
  return {
    ...{ to, subject: decodeWords(subject) },
    text: parts.find(({ type }) => type.startsWith("text/plain"))?.body ?? "",
    html: parts.find(({ type }) => type.startsWith("text/html"))?.body ?? "",
  };
}

function readPart(part: string): { readonly type: string; readonly body: string } {
  const [head = "", ...rest] = part.trimStart().split("\r\n\r\n");
  const type = /^Content-Type: (\S+)/im.exec(head)?.[1] ?? "";
  const coding = /^Content-Transfer-Encoding: (\S+)/im.exec(head)?.[1] ?? "";
  const body = rest.join("\r\n\r\n");
  switch (coding) {
    case "base64":
      return { type, body: Buffer.from(body, "base64").toString("utf8") };
    case "quoted-printable":
      return { type, body: decodeQuoted(body) };
    default:
      return { type, body };
  }
}

function decodeQuoted(body: string): string {
  const bytes = body
    .replaceAll("=\r\n", "")
    .replace(/=([0-9A-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function decodeWords(subject: string): string {
  return subject
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, body: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(body, "base64").toString("utf8")
        : decodeQuoted(body.replaceAll("_", " ")),
    );
}
