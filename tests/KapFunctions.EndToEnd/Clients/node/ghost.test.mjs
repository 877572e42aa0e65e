// Ghost's official client reads a host of ours at KAP_URL. The host holds the posts of content/, perhaps among others.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import GhostContentAPI from '@tryghost/content-api';

const url = process.env.KAP_URL;
const key = '22444f78447824223cefc48062';
const api = new GhostContentAPI({ url, key, version: 'v6.0' });
const slugs = items => items.map(item => item.slug);

test('browsing gives posts, newest first, with their pagination', async () => {
  const posts = await api.posts.browse({ limit: 2 });

  assert.equal(posts.length, 2);
  assert.ok(posts[0].published_at >= posts[1].published_at);
  assert.equal(posts.meta.pagination.limit, 2);
  assert.equal(posts.meta.pagination.next, 2);
  assert.ok(posts.every(post => post.html.length > 0 && post.tags === undefined));
});

test('a post is read by slug and by id, and is the same', async () => {
  const bySlug = await api.posts.read({ slug: 'breathing' });
  const byId = await api.posts.read({ id: bySlug.id });

  assert.deepEqual(byId, bySlug);
  assert.equal(bySlug.title, 'Breathing out');
  assert.equal(bySlug.url, new URL(bySlug.url).href);
});

test('include brings tags and authors, fields leave the rest away', async () => {
  const post = await api.posts.read({ slug: 'breathing' }, { include: ['tags', 'authors'] });
  const small = await api.posts.read({ slug: 'breathing' }, { fields: ['title', 'url'], formats: ['plaintext'] });

  assert.deepEqual(slugs(post.tags), ['calm', 'body']);
  assert.equal(post.primary_tag.slug, 'calm');
  assert.equal(post.primary_author.name, 'Jane Example');
  assert.deepEqual(Object.keys(small).sort(), ['plaintext', 'slug', 'title', 'url']);
});

test('filter and order find what they say', async () => {
  const calm = await api.posts.browse({ filter: 'tag:calm+featured:true' });
  const listed = await api.posts.browse({ filter: 'slug:[walking,breathing]' });
  const ordered = await api.posts.browse({ filter: 'slug:[breathing,sleep,walking]', order: 'title asc' });

  assert.deepEqual(slugs(calm), ['sleep']);
  assert.deepEqual(slugs(listed), ['walking', 'breathing']);
  assert.deepEqual(slugs(ordered), ['breathing', 'sleep', 'walking']);
});

test('limit all gives every post, once', async () => {
  const all = await api.posts.browse({ limit: 'all', fields: ['slug'] });

  assert.equal(all.meta.pagination.total, all.length);
  assert.equal(new Set(slugs(all)).size, all.length);
  assert.equal(all.meta.pagination.pages, 1);
});

test('the pages of a list are all of it', async () => {
  const all = await api.posts.browse({ limit: 'all', fields: ['slug'] });
  const paged = [];
  for (let page = 1; page !== null; ) {
    const posts = await api.posts.browse({ limit: 50, page, fields: ['slug'] });
    paged.push(...slugs(posts));
    page = posts.meta.pagination.next;
  }

  assert.deepEqual(paged, slugs(all));
});

test('pages, tags, authors, settings and tiers are read', async () => {
  const page = await api.pages.read({ slug: 'about' });
  const tag = await api.tags.read({ slug: 'calm' }, { include: 'count.posts' });
  const tags = await api.tags.browse({ limit: 'all', include: 'count.posts', order: 'slug asc' });
  const author = await api.authors.read({ slug: 'jane' });
  const settings = await api.settings.browse();
  const tiers = await api.tiers.browse();

  assert.equal(page.title, 'About');
  assert.ok(tag.count.posts >= 2);
  assert.ok(tags.length >= 2 && tags.every(one => Number.isInteger(one.count.posts)));
  assert.equal(author.name, 'Jane Example');
  assert.equal(settings.title, 'Quiet practice');
  assert.deepEqual([...tiers], []);
});

test('what is not there, or cannot be read, fails as it does at Ghost', async () => {
  await assert.rejects(api.posts.read({ slug: 'nothing' }), error => error.type === 'NotFoundError' && /not found/i.test(error.message));
  await assert.rejects(api.posts.read({ id: 'nothing' }), error => error.type === 'ValidationError');
  await assert.rejects(api.posts.browse({ filter: 'tag:(' }), error => error.type === 'BadRequestError');
  await assert.rejects(api.posts.browse({ limit: 'many' }), error => error.type === 'ValidationError');
});

for (const version of ['v2', 'v3', 'v4', 'v5.0', 'canary']) {
  test(`a site that still speaks ${version} reads the same`, async () => {
    const older = new GhostContentAPI({ url, key, version });

    assert.deepEqual(slugs(await older.posts.browse()), slugs(await api.posts.browse()));
  });
}
