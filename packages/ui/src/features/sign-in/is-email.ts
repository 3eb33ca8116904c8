/** Whether a text may be an address of mail; whether it is one, only a letter shows. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text.trim());
}
