// A typed client that openapi-typescript makes of /openapi.json compiles, and reads the site at KAP_URL.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const url = process.env.KAP_URL;
const here = dirname(fileURLToPath(import.meta.url));

const reader = `
import createClient from 'openapi-fetch';
import type { paths } from './api.js';

const client = createClient<paths>({ baseUrl: ${JSON.stringify(url)} });

export const read = async (slug: string) => {
  const list = await client.GET('/api/posts', { params: { query: { limit: '5', filter: \`slug:'\${slug}'\` } } });
  const one = await client.GET('/api/posts/{slug}', { params: { path: { slug } } });
  const changes = await client.GET('/api/changes', {});
  const cursor: string | undefined = changes.data?.next;
  return { titles: list.data?.posts.map(post => post.title), html: one.data?.html, cursor };
};
`;

const wrong = "\nexport const nonsense = client.GET('/api/post/{slug}', { params: { path: { slug: 'a' } } });\n";

/** What the compiler says of the file, which it writes as JavaScript beside it. */
const compile = file => {
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const { diagnostics } = program.emit();
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(one =>
    ts.flattenDiagnosticMessageText(one.messageText, '\n'));
};

test('a typed client compiles, refuses an address that there is not, and reads', async () => {
  // Below this folder, where the compiler finds the packages.
  const folder = await mkdtemp(join(here, 'node_modules', '.typed-'));
  try {
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'api.d.ts'), astToString(await openapiTS(new URL(`${url}/openapi.json`))));
    await writeFile(join(folder, 'reader.ts'), reader);
    await writeFile(join(folder, 'wrong.ts'), reader + wrong);

    assert.deepEqual(compile(join(folder, 'reader.ts')), []);
    assert.notDeepEqual(compile(join(folder, 'wrong.ts')), []);

    const { posts } = await (await fetch(`${url}/api/posts?limit=1`)).json();
    const { read } = await import(pathToFileURL(join(folder, 'reader.js')));
    const answer = await read(posts[0].slug);
    assert.deepEqual(answer.titles, [posts[0].title]);
    assert.equal(answer.html, posts[0].html);
    assert.ok(answer.cursor);
  } finally {
    await rm(folder, { recursive: true });
  }
});
