/** How much the body of a request may carry, also where it does not tell its length beforehand. */
import { bodyLimit } from "hono/body-limit";
import type { ApiRequest } from "./api-context.ts";
import { refuseSize } from "./guard.ts";

/** Refuses a body of more bytes. */
export function limitBody(maxSize: number): ReturnType<typeof bodyLimit> {
  return bodyLimit({ maxSize, onError: (request) => refuseSize(request as ApiRequest) });
}
