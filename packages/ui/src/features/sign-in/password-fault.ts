/** What is wrong with a new password before anybody is asked. */

/** The shortest and the longest password, in characters. */
const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 128;

/** The text that tells why a new password is refused; undefined for one that may be sent. */
export function findPasswordFault(
  password: string,
): "password.missing" | "password.short" | "password.long" | undefined {
  const length = Array.from(password).length;
  if (length === 0) return "password.missing";
  if (length < SHORTEST_PASSWORD) return "password.short";
  return length > LONGEST_PASSWORD ? "password.long" : undefined;
}
