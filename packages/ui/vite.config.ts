/** Builds the page into dist/page; the server serves that folder. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ["@zhanbasy/source", "module", "browser", "development|production"] },
  build: {
    outDir: "dist/page",
    emptyOutDir: true,
    target: "es2023",
    // Tokens are written with light-dark(), which these browsers know.
    cssTarget: ["chrome123", "safari17.5", "firefox120"],
    // Fonts stay files: the page may load them from its own address only.
    assetsInlineLimit: 0,
    // Sheets with their grid are one script of their own, loaded behind the sign-in.
    chunkSizeWarningLimit: 1600,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
