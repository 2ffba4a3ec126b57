// Bundles the viewer into one file: `npm ci && npm run build`. The same sources and the same lock file give the same bytes, which a test holds.

import { build } from "esbuild";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

await build({
  absWorkingDir: here, entryPoints: ["source/main.js"], outfile: process.argv[2] ?? join(here, "static", "viewer.js"), bundle: true, minify: true,
  format: "iife", target: ["es2021"], charset: "utf8", legalComments: "none", logLevel: "warning",
});
