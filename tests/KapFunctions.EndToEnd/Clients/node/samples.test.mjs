// What samples/clients show reads the site at KAP_URL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { posts as loader } from '../../../../samples/clients/astro-posts.mjs';
import eleventy from '../../../../samples/clients/eleventy-posts.mjs';
import { old, post } from '../../../../samples/clients/next-posts.mjs';

const url = process.env.KAP_URL;
const list = await (await fetch(`${url}/api/posts?limit=3`)).json();

test('the data of Eleventy are all posts', async () => {
  const all = await eleventy();
  assert.equal(all.length, list.meta.pagination.total);
  assert.deepEqual(all.slice(0, 3).map(one => one.slug), list.posts.map(one => one.slug));
});

test('a page of Next.js reads a post, and forgets what an event names', async () => {
  const forgotten = [];
  await old({ data: { tags: ['lists', 'posts'] } }, tag => forgotten.push(tag));
  assert.equal((await post(list.posts[0].slug)).title, list.posts[0].title);
  assert.equal(await post('nothing-is-here'), null);
  assert.deepEqual(forgotten, ['lists', 'posts']);
});

test('a live collection of Astro loads entries, with what they depend on', async () => {
  const { loadCollection, loadEntry } = loader(url);
  const all = await loadCollection({ filter: { limit: '3' } });
  const one = await loadEntry({ filter: { id: list.posts[0].slug } });
  assert.deepEqual(all.entries.map(entry => entry.id), list.posts.map(entry => entry.slug));
  assert.ok(all.cacheHint.tags.includes('posts'));
  assert.ok(one.rendered.html.length > 0);
  assert.ok(one.cacheHint.tags.some(tag => tag === `post-${one.data.id}` || tag === 'lists'));
  assert.ok((await loadEntry({ filter: { id: 'nothing-is-here' } })).error);
});
