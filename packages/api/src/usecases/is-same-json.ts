/** Values as JSON keeps them: the order of members says nothing, what is undefined is absent. */
import { isDeepStrictEqual } from "node:util";

/** Whether both would be read back as the same. */
export function isSameJson(left: unknown, right: unknown): boolean {
  return isDeepStrictEqual(asRead(left), asRead(right));
}

function asRead(value: unknown): unknown {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? undefined : JSON.parse(text);
}
