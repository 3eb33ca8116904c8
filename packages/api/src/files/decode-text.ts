/**
 * Bytes of a file that people saved, as text: gzip or not, UTF-8, UTF-16 with its mark,
 * windows-1251, or the code page 866 of DOS.
 */
import { gunzipSync } from "node:zlib";
import { fail, issue, ok, type Result } from "@zhanbasy/core";

/** The most a file may hold, unpacked. */
export const FILE_SIZE_LIMIT = 256 * 1024 * 1024;

const RUSSIAN_WORD = /[А-Яа-яЁё]{3,}/g;

/** A file as it was found, and how much it may hold. */
export type FileBytes = {
  /** How people know the file; never a path of this machine. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sizeLimit: number;
};

/** The text without a byte order mark. */
export function decodeText(input: FileBytes): Result<string> {
  const unpacked = unpack(input);
  if (!unpacked.ok) return unpacked;
  const bytes = unpacked.value;
  if (startsWith(bytes, [0xff, 0xfe])) return ok(new TextDecoder("utf-16le").decode(bytes));
  if (isBinary(bytes)) return unreadable(input.file, "not-text");
  return ok(decodeUtf8(bytes) ?? decodeSingleByte(bytes));
}

/** Refused because it cannot be read; `reason` is a word of the catalogue. */
export function unreadable(file: string, reason: string): Result<never> {
  return fail(issue("file-unreadable", { file }, { reason }));
}

/** Refused because it holds more than it may, packed or unpacked. */
export function tooLarge(file: string, sizeLimit: number): Result<never> {
  return fail(issue("file-too-large", { file }, { limit: String(sizeLimit) }));
}

/** Whether the bytes begin with the signature of a format. */
export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}

function unpack({ file, bytes, sizeLimit }: FileBytes): Result<Uint8Array> {
  if (bytes.length > sizeLimit) return tooLarge(file, sizeLimit);
  if (!startsWith(bytes, [0x1f, 0x8b])) return ok(bytes);
  try {
    return ok(gunzipSync(bytes, { maxOutputLength: sizeLimit }));
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? tooLarge(file, sizeLimit) : unreadable(file, "gzip-damaged");
  }
}

/** Text has no zero byte; a packed workbook has several among its first. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 4096).includes(0);
}

/**
 * The encoding in which more letters stand in Russian words. Read in the wrong one, the letters of
 * a word become frames and signs, or stand among them.
 */
function decodeSingleByte(bytes: Uint8Array): string {
  const windows = new TextDecoder("windows-1251").decode(bytes);
  const dos = new TextDecoder("ibm866").decode(bytes);
  return countLettersInWords(dos) > countLettersInWords(windows) ? dos : windows;
}

function countLettersInWords(text: string): number {
  let letters = 0;
  for (const [word] of text.matchAll(RUSSIAN_WORD)) letters += word.length;
  return letters;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
