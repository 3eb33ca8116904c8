/** The page of the grid layer, once for all of its tests. */
import type { TestProject } from "vitest/node";
import { serveGridPage } from "./grid-page-server.ts";

declare module "vitest" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be extended here.
  export interface ProvidedContext {
    /** Where the page is served: `http://127.0.0.1:41234`. */
    readonly gridPageAddress: string;
  }
}

/** Builds and serves the page; stops it after the last test. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const page = await serveGridPage();
  provide("gridPageAddress", page.address);
  return page.stop;
}
