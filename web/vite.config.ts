import { defineConfig } from "vitest/config";
import { DICTIONARY, dictionary } from "./scripts/dictionary.mjs";

/** Paths that the services answer; everything else is the app itself. */
const SERVICES = ["/api/", "/s3", "/session", "/accounts", "/oauth", "/download", "/doi/"];
const gateway = "http://127.0.0.1:8000";

export default defineConfig({
  plugins: [dictionary()],
  resolve: { alias: { dictionary: DICTIONARY } },
  build: {
    target: "es2022",
    // Small files as data: URLs would need a looser policy for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
    // "use client" marks of the query library mean nothing without a server renderer.
    rolldownOptions: {
      onwarn(warning, warn) {
        if (warning.code !== "MODULE_LEVEL_DIRECTIVE") warn(warning);
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(SERVICES.map((path) => [path, { target: gateway }])),
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
