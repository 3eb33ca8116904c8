/** `npm run -s zhanbasy -- …`: the command line, also in a fresh clone. */
import { launch } from "./launch.mjs";

await launch(process.argv.slice(2), userFolder());

/** npm runs a script at the root of the package and says in INIT_CWD where the user stood. */
function userFolder() {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === "zhanbasy" && INIT_CWD ? INIT_CWD : process.cwd();
}
