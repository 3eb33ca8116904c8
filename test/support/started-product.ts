/** The product as its users start it: `npm start` with a data folder of its own and a free port. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../scripts/source-files.ts";

const ADDRESS = /http:\/\/localhost:\d+/;
const FIRST_RUN_CODE = /\b[0-9A-Z]{4}-[0-9A-Z]{4}\b/;

/** A product that serves. */
export type StartedProduct = {
  /** `http://localhost:41234` */
  readonly address: string;
  /** The code of the first run; nobody has an account yet. */
  readonly firstRunCode: string;
  /** The process of the start, the parent of the server. */
  readonly processId: number;
  /** The folder of its data. */
  readonly folder: string;
  /** All that it has said beside the address so far. */
  readonly said: () => string;
  /** Stops it and removes its data. */
  readonly stop: () => Promise<void>;
};

/** Starts it with these settings beside those it needs; one that does not start is an error. */
export async function startProduct(
  settings: Readonly<Record<string, string>> = {},
): Promise<StartedProduct> {
  const folder = await mkdtemp(join(tmpdir(), "zhanbasy-product-"));
  await chmod(folder, 0o755);
  const others = Object.entries(process.env).filter(
    ([name]) => !/^(?:DATABASE_|ZHANBASY_)/.test(name),
  );
  const product = spawn(process.execPath, [`${ROOT}scripts/start.mjs`], {
    env: { ...Object.fromEntries(others), PORT: "0", ZHANBASY_DATA: folder, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(product, "exit");
  const stop = async (): Promise<void> => {
    product.kill("SIGINT");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  let printed = "";
  let said = "";
  const told = await new Promise<{ readonly address: string; readonly firstRunCode: string }>(
    (resolve, reject) => {
      const look = (): void => {
        const [address] = ADDRESS.exec(printed) ?? [];
        const [firstRunCode] = FIRST_RUN_CODE.exec(said) ?? [];
        if (address !== undefined && firstRunCode !== undefined) resolve({ address, firstRunCode });
      };
      product.stdout.on("data", (part) => {
        printed += String(part);
        look();
      });
      product.stderr.on("data", (part) => {
        said += String(part);
        look();
      });
      void ended.then(() => reject(new Error(`The product did not start: ${said}`)));
    },
  );
  return { ...told, processId: product.pid ?? 0, folder, said: () => said, stop };
}

/** Opens the demonstration in a product in which nobody has an account. */
export async function openDemonstration({ address }: StartedProduct): Promise<void> {
  const answer = await fetch(new URL("/api/v1/first-run/demonstration", address), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  if (!answer.ok) throw new Error(`No demonstration: ${answer.status} ${await answer.text()}`);
}
