/** `npm run schemas`: writes the schemas of methodology documents and scenarios for editors. */
import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchemas, SCHEMA_FOLDER } from "./json-schemas.ts";
import { ROOT } from "./source-files.ts";

mkdirSync(`${ROOT}${SCHEMA_FOLDER}`, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) {
  writeFileSync(`${ROOT}${SCHEMA_FOLDER}/${name}`, text);
}
