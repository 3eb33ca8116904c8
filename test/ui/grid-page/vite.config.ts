/** Serves and builds the page that shows the grid layer alone, from source. */
import { fileURLToPath } from "node:url";

export default {
  root: fileURLToPath(new URL(".", import.meta.url)),
  oxc: { jsx: { runtime: "automatic" } },
  resolve: {
    conditions: ["@zhanbasy/source", "module", "browser", "development|production"],
    dedupe: ["react", "react-dom"],
  },
  build: {
    target: "es2023",
    cssTarget: ["chrome123", "safari17.5", "firefox120"],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
  server: { host: "127.0.0.1", fs: { strict: false } },
};
