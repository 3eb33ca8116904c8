/**
 * `npm run -s zhanbasy -- …`: sets up a fresh clone, then becomes the command line, in the user's
 * folder.
 */
import { install, isInstalled } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { runCommand, userFolder } from "./run-command.mjs";

requireNode();
if (!isInstalled()) install();
runCommand(process.argv.slice(2), userFolder());
