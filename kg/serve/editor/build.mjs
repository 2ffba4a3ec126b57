// Bundles the query page: `npm ci && npm run build`. The same sources and the same lock file give the same bytes, which a test holds.

import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? join(here, "static");

const { metafile } = await build({
  absWorkingDir: here, entryPoints: ["source/main.js", "source/main.css"], outdir: target, bundle: true, minify: true, format: "iife",
  target: ["es2022"], charset: "utf8", legalComments: "none", metafile: true, logLevel: "warning",
});

// The licence of every package that is in the bundle, beside it.
const packages = [...new Set(Object.keys(metafile.inputs).map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean))].sort();
const texts = packages.map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (!file) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
});
writeFileSync(join(target, "licences.txt"), `What main.js is made of beside our own source, and its licences.\n\n${texts.join("\n----\n\n")}`);
