/** Whole tiyn as tenge with two places, as files and explanations have them. */
export function tengeText(tiyn: bigint): string {
  const digits = `${tiyn < 0n ? -tiyn : tiyn}`.padStart(3, "0");
  return `${tiyn < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
