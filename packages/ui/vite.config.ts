/** Builds the page into dist/page; the server serves that folder. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["@zhanbasy/source", "module", "browser", "development|production"] },
  build: { outDir: "dist/page", emptyOutDir: true, target: "es2023" },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
