/** The page of the grid layer, built from source and served on this computer only. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../scripts/source-files.ts";

/** A page that is served. */
export type ServedGridPage = {
  /** `http://127.0.0.1:41234` */
  readonly address: string;
  /** Stops it and removes what was built. */
  readonly stop: () => Promise<void>;
};

const VITE = `${ROOT}packages/ui/node_modules/vite/bin/vite.js`;
const PAGE = `${ROOT}test/ui/grid-page`;
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Builds it into a folder of its own and serves it on a free port. */
export async function serveGridPage(): Promise<ServedGridPage> {
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-grid-page-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await promisify(execFile)(process.execPath, [VITE, "build", PAGE, "--outDir", folder], {
      env: { ...process.env, NODE_ENV: "production" },
    });
  } catch (error) {
    await remove();
    throw error;
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://page");
    const path = normalize(pathname === "/" ? "/index.html" : pathname);
    readFile(join(folder, path)).then(
      (content) => {
        const type = TYPES[extname(path)] ?? "application/octet-stream";
        response.writeHead(200, { "content-type": type }).end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await remove();
    },
  };
}
