import { describe, expect, it } from "vitest";
import { joinLocalPostgres } from "../../../packages/api/src/persistence/local-postgres.ts";
import { preparePlace } from "../../../packages/api/src/persistence/local-postgres-place.ts";
import {
  openWatch,
  type Watch,
} from "../../../packages/api/src/persistence/local-postgres-watch.ts";
import { databaseFolder } from "../../support/database-folder.ts";

describe("a watch over a database", () => {
  it("finds none where none runs", async () => {
    const place = await preparePlace(await databaseFolder(), "18");
    expect(await openWatch(place)).toEqual({ kind: "absent" });
  });

  it("leaves the database to the others, and the last one stops it", async () => {
    const folder = await databaseFolder();
    const request = { folder, announceFirstRun: () => undefined };
    const first = await joinLocalPostgres({ ...request, stop: new AbortController().signal });
    const place = await preparePlace(folder, "18");
    const [second, third] = [await join(place), await join(place)];
    expect(await first?.leave()).toBe(false);
    expect(await second.leave()).toBe(false);
    expect(third.isLost()).toBe(false);
    expect(await third.leave()).toBe(true);
    expect(await openWatch(place)).toEqual({ kind: "absent" });
  });
});

async function join(place: Parameters<typeof openWatch>[0]): Promise<Watch> {
  const attempt = await openWatch(place);
  if (attempt.kind !== "joined") throw new Error(`the database is ${attempt.kind}`);
  return attempt.watch;
}
