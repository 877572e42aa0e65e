// Bundles the desk into dist/: files named by their content and compressed, since what is deployed carries them, and
// manifest.json, which says which is which. Each language is a file of its own, which only who speaks it loads.
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await mkdir("dist");
const entries = ["desk.ts", "desk.css", "icon.svg", ...(await readdir("src/words")).map((name) => `words/${name}`)];
const manifest = {};
const { outputFiles, metafile } = await build({
  entryPoints: entries.map((entry) => `src/${entry}`),
  outdir: "dist",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  minify: true,
  write: false,
  metafile: true,
  format: "esm",
  target: ["es2022"],
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "none",
  loader: { ".svg": "copy" },
  alias: { "@codemirror/lang-html": "./src/edit/tags.ts" },
  logLevel: "warning",
});
const sources = new Map(Object.entries(metafile.outputs).map(([path, { entryPoint }]) => [basename(path), entryPoint?.slice("src/".length)]));
for (const { path, contents } of outputFiles) {
  const name = basename(path);
  // What several files share has no source of its own.
  manifest[sources.get(name) ?? name] = name;
  await writeFile(`dist/${name}`, brotliCompressSync(contents));
}

// Written last: its presence says that the bundle is whole.
await writeFile("dist/manifest.json", JSON.stringify(manifest, null, 2));
