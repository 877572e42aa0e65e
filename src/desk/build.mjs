// Bundles the desk into dist/: files named by their content and compressed, since what is deployed carries them, and
// manifest.json, which says which is which.
import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";

const entries = ["desk.ts", "desk.css", "icon.svg"];

await rm("dist", { recursive: true, force: true });
await mkdir("dist");
const manifest = {};
for (const entry of entries) {
  const bytes = await contentOf(entry);
  const ending = extname(entry).replace(".ts", ".js");
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  manifest[entry] = `${entry.slice(0, -extname(entry).length)}-${hash}${ending}`;
  await writeFile(`dist/${manifest[entry]}`, brotliCompressSync(bytes));
}

// Written last: its presence says that the bundle is whole.
await writeFile("dist/manifest.json", JSON.stringify(manifest, null, 2));

async function contentOf(entry) {
  if (entry.endsWith(".svg")) {
    return readFile(`src/${entry}`);
  }

  const result = await build({
    entryPoints: [`src/${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: ["es2022"],
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    alias: { "@codemirror/lang-html": "./src/edit/tags.ts" },
    logLevel: "warning",
  });
  return result.outputFiles[0].contents;
}
