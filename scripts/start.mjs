/** `npm start`: sets up, then calculates the demonstration city and says what it shows. */
import { fileURLToPath } from "node:url";
import { launch } from "./launch.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CITY = ["--register", "packages/api/demo/almaty", "--methodology", "kz/almaty"];
const BUDGET = ["--year", "2026", "--envelope", "432000000000.00"];

process.stderr.write(
  "Demonstration data, every organisation invented: the summary of Almaty's budget year 2026.\n",
);
await launch(["calculate", ...CITY, ...BUDGET, "--summary"], ROOT);
