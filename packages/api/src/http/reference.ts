/** The description of the API for programs (OpenAPI 3.1), and the same as a page for people. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { sendPacked } from "./answers.ts";
import type { Api, ApiContext, ApiRequest } from "./api-context.ts";
import { packBytes } from "./kept-answers.ts";
import { chooseLanguage, textsOf } from "./language.ts";
import { PAGE_POLICY } from "./page-files.ts";

const NAME = "Zhanbasy";
const FILES: ReadonlyMap<string, string> = new Map([
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
]);
const START = `"use strict";
SwaggerUIBundle({
  url: "/api/v1/openapi.json",
  dom_id: "#reference",
  layout: "BaseLayout",
  presets: [SwaggerUIBundle.presets.apis],
  deepLinking: true,
  tryItOutEnabled: false,
});
`;

/** Adds `/openapi.json` and `/docs`. */
export function addReference(api: Api, { kept, version }: ApiContext): void {
  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: { title: NAME, version, license: { name: "Apache-2.0" } },
    servers: [{ url: "/api/v1" }],
  });
  api.get("/docs", async (request) => sendPage(await pageText(request)));
  api.get("/docs/:file", async (request) => {
    const file = request.req.param("file");
    if (file === "start.js") return sendStart();
    const type = FILES.get(file);
    if (type === undefined) return request.notFound();
    const content = await kept(`docs/${file}`, async () =>
      packBytes(await readFile(join(folderOfFiles(), file)), type),
    );
    return content === undefined
      ? request.notFound()
      : sendPacked(request, content, { "cache-control": "private, no-cache" });
  });
}

function sendStart(): Response {
  const headers = {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "private, no-cache",
  };
  return new Response(START, { headers });
}

function folderOfFiles(): string {
  const require = createRequire(import.meta.url);
  return dirname(require.resolve("swagger-ui-dist/package.json"));
}

function sendPage(text: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      "content-security-policy": PAGE_POLICY,
    },
  });
}

/** Addresses are written in full, wherever the page stands. */
async function pageText(request: ApiRequest): Promise<string> {
  const language = chooseLanguage({
    query: request.req.query("language"),
    acceptLanguage: request.req.header("accept-language"),
  });
  const translate = await textsOf(language);
  const title = `${NAME} · ${translate("http.reference.title")}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/v1/docs/swagger-ui.css">
</head>
<body>
<header class="swagger-ui"><div class="wrapper"><p><a class="link" href="/">← ${translate("http.reference.back")}</a></p></div></header>
<main id="reference"></main>
<script src="/api/v1/docs/swagger-ui-bundle.js"></script>
<script src="/api/v1/docs/start.js"></script>
</body>
</html>
`;
}
