/** A name for something new that nobody else gives: a random UUID. */

/** Works on plain http too, where browsers keep `crypto.randomUUID` back. */
export function newId(): string {
  return typeof crypto.randomUUID === "function" ? crypto.randomUUID() : uuidOf(randomBytes());
}

/** Sixteen bytes as a UUID of version 4. */
export function uuidOf(bytes: Uint8Array): string {
  const marked = Uint8Array.from(bytes);
  marked[6] = ((marked[6] ?? 0) & 0x0f) | 0x40;
  marked[8] = ((marked[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ];
  return parts.join("-");
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(16));
}
