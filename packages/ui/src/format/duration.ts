/** How long there is to wait. */

/** `0:28`, `14:05`: minutes and seconds, a started second counted whole. */
export function formatCountdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
