/** A server that takes letters as any mail server does, and keeps them for the test. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A server with the letters that came. */
export type MailServer = {
  /** `smtp://127.0.0.1:2525` */
  readonly url: string;
  /** Waits for the next letter to the address, and gives its first link. */
  readonly linkTo: (email: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

type Letter = { readonly to: readonly string[]; readonly content: string };

/** Starts it on a free port of this machine. */
export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, session, done) => {
      void text(stream).then((content) => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), content });
        done();
      });
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    linkTo: async (email) => {
      for (;;) {
        const at = letters.findIndex(({ to }) => to.includes(email));
        const [letter] = at === -1 ? [] : letters.splice(at, 1);
        if (letter !== undefined) return firstLink(letter.content);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Letters break long lines and write some signs as `=3D`; the text part may be in base64. */
function firstLink(content: string): string {
  const unfolded = content.replace(/=\r\n/g, "").replace(/=3D/g, "=");
  const parts = [unfolded, ...base64Parts(content)];
  const [link] = parts.flatMap((part) => /http:\/\/localhost:\d+\/\S+/.exec(part) ?? []);
  if (link === undefined) throw new Error(`the letter has no link: ${content}`);
  return link.replace(/[^\w-]+$/, "");
}

function base64Parts(content: string): readonly string[] {
  const parts = content.matchAll(
    /Content-Transfer-Encoding: base64\r\n(?:[^\r\n]+\r\n)*\r\n([\w+/=\r\n]+)/gi,
  );
  return Array.from(parts, ([, part = ""]) => Buffer.from(part, "base64").toString("utf8"));
}
