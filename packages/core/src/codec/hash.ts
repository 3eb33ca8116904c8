/** SHA-256 of canonical text, the same in the browser and on the server. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Canonical, canonicalText } from "./canonical.ts";

/** 64 hexadecimal digits. */
export function hashOf(value: Canonical): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(value))));
}
