// A community client that holds every answer to a schema reads a host of ours at KAP_URL. https://github.com/PhilDL/ts-ghost
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TSGhostContentAPI } from '@ts-ghost/content-api';

const api = new TSGhostContentAPI(process.env.KAP_URL, '22444f78447824223cefc48062', 'v6.0');

async function read(query) {
  const answer = await query.fetch();
  assert.ok(answer.success, JSON.stringify(answer.errors));
  return answer.data;
}

test('posts and pages, with what belongs to them', async () => {
  const include = { tags: true, authors: true };
  const posts = await read(api.posts.browse({ limit: 15 }).include(include));
  const plain = await read(api.posts.browse({ limit: 5 }).formats({ html: true, plaintext: true }));
  const small = await read(api.posts.browse({ limit: 5 }).fields({ title: true, slug: true }));
  const pages = await read(api.pages.browse().include(include));
  const one = await read(api.posts.read({ slug: 'breathing' }).include(include));

  assert.ok(posts.length > 2 && pages.length > 0);
  assert.ok(plain.every(post => post.plaintext.length > 0));
  assert.deepEqual(Object.keys(small[0]).sort(), ['slug', 'title']);
  assert.equal(one.primary_tag.slug, 'calm');
});

test('tags and authors with their counts, settings, and no tiers', async () => {
  const tags = await read(api.tags.browse().include({ 'count.posts': true }));
  const authors = await read(api.authors.browse().include({ 'count.posts': true }));

  assert.ok(tags.every(tag => tag.count.posts > 0) && authors.every(author => author.count.posts > 0));
  assert.equal((await read(api.settings)).title, 'Quiet practice');
  assert.deepEqual(await read(api.tiers.browse({ limit: 5 })), []);
});

test('pages follow one another, and what is not there is an error', async () => {
  const first = await api.posts.browse({ limit: 2 }).paginate();
  const second = await first.next.fetch();
  const missing = await api.posts.read({ slug: 'no-such-post' }).fetch();

  assert.equal(second.data.length, 2);
  assert.equal(missing.success, false);
  assert.match(missing.errors[0].message, /not found/i);
});
