/**
 * Answers that never change, packed once and kept.
 *
 * Packing a big answer costs more than making it, so the packed bytes stay in memory; the least
 * recently asked leave first.
 */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Quick packing: most of the gain for a fifth of the time. */
const LEVEL = 4;
const BYTES_LIMIT = 64 * 1024 * 1024;
/** What keeping costs beside the bytes themselves. */
const ENTRY_BYTES = 500;

/** Text as it is sent: nearly everybody takes it packed. */
export type PackedText = {
  readonly type: string;
  readonly packed: Uint8Array<ArrayBuffer>;
  /** Names this content and no other. */
  readonly tag: string;
};

/** Answers by name. */
export type KeptAnswers = (
  name: string,
  make: () => Promise<PackedText | undefined>,
) => Promise<PackedText | undefined>;

/** Packs the content of a file of a media type. */
export async function packBytes(bytes: Uint8Array, type: string): Promise<PackedText> {
  const packed = await pack(bytes, { level: LEVEL });
  const tag = createHash("sha256").update(bytes).digest("hex").slice(0, 32);
  return { type, packed: new Uint8Array(packed), tag };
}

/** The content for those who do not unpack it themselves. */
export async function unpackBytes({ packed }: PackedText): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await unpack(packed));
}

/** Packs a text of a media type. */
export function packText(text: string, type: string): Promise<PackedText> {
  return packBytes(new TextEncoder().encode(text), type);
}

/** Packs a value as JSON. */
export function packJson(value: unknown): Promise<PackedText> {
  return packText(JSON.stringify(value), "application/json; charset=utf-8");
}

/** Keeps what is made; two that ask at once share the making, and nothing found is not kept. */
export function createKeptAnswers(bytesLimit = BYTES_LIMIT): KeptAnswers {
  const kept = new Map<string, { readonly answer: PackedText; readonly bytes: number }>();
  const making = new Map<string, Promise<PackedText | undefined>>();
  let bytes = 0;

  function keep(name: string, answer: PackedText): void {
    const size = answer.packed.length + ENTRY_BYTES;
    kept.set(name, { answer, bytes: size });
    bytes += size;
    for (const [oldest, { bytes: freed }] of kept) {
      if (bytes <= bytesLimit) return;
      kept.delete(oldest);
      bytes -= freed;
    }
  }

  async function makeOnce(
    name: string,
    make: () => Promise<PackedText | undefined>,
  ): Promise<PackedText | undefined> {
    try {
      const answer = await make();
      if (answer !== undefined) keep(name, answer);
      return answer;
    } finally {
      making.delete(name);
    }
  }

  return (name, make) => {
    const known = kept.get(name);
    if (known !== undefined) {
      kept.delete(name);
      kept.set(name, known);
      return Promise.resolve(known.answer);
    }
    const running = making.get(name) ?? makeOnce(name, make);
    making.set(name, running);
    return running;
  };
}
