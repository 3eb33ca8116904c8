/** How a person leaves: the session ends, and nothing of theirs stays in the page. */
import { sendPlain } from "../../api-client.ts";

/** What is kept in this browser until the server has it begins with this. */
const UNSENT = "zhanbasy.unsent.";

/** Whether something typed has not reached the server yet. */
export function hasUnsent(): boolean {
  return [localStorage, sessionStorage].some((storage) => unsentIn(storage).length > 0);
}

/**
 * Ends this session, or every one of the person. The page is loaded anew, so that no answer stays
 * in its memory. Fails as a request does, and then nothing has changed.
 */
export async function leave(isEverywhere: boolean): Promise<void> {
  if (isEverywhere) await sendPlain("DELETE", "/session/others");
  await sendPlain("DELETE", "/session");
  for (const storage of [localStorage, sessionStorage]) {
    for (const key of unsentIn(storage)) storage.removeItem(key);
  }
  window.location.assign("/");
}

function unsentIn(storage: Storage): readonly string[] {
  return Object.keys(storage).filter((key) => key.startsWith(UNSENT));
}
