/** `npm run setup`: everything a fresh clone needs. */
import { install } from "./install.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();
install();
