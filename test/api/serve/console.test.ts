import { expect, it } from "vitest";
import { createTranslate } from "../../../packages/api/src/create-translate.ts";
import { createSay } from "../../../packages/api/src/serve/console.ts";

it("says each sentence on a line of standard error, and keeps standard output for the address", async () => {
  const printed: string[] = [];
  const said: string[] = [];
  const console = {
    print: (text: string) => printed.push(text),
    printError: (text: string) => said.push(text),
  };
  const say = createSay(console, await createTranslate("kk"));
  say("stopped");
  say("serverDied", { reason: "SIGKILL" });
  expect(printed).toEqual([]);
  expect(said).toEqual([
    "Тоқтатылды.\n",
    "Сервер тоқтап қалды (SIGKILL). Қайта іске қосылып жатыр.\n",
  ]);
});
