/** SHA-256 of canonical text, the same in the browser and on the server. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Canonical, writeCanonical } from "./canonical.ts";

/** About how many characters are hashed at once: a register is never one text in memory. */
const PART_LENGTH = 65_536;

/** 64 hexadecimal digits. */
export function hashOf(value: Canonical): string {
  const hash = sha256.create();
  let text = "";
  writeCanonical(value, (part) => {
    text += part;
    if (text.length < PART_LENGTH) return;
    hash.update(utf8ToBytes(text));
    text = "";
  });
  hash.update(utf8ToBytes(text));
  return bytesToHex(hash.digest());
}
