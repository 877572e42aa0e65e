// Feed readers read the three feeds of the host at KAP_URL. feedsmith reads all of them, feed-parser reads XML only.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFeed as parse } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';

const feedOf = async path => {
  const response = await fetch(process.env.KAP_URL + path);
  assert.equal(response.status, 200, path);
  return response.text();
};

const readers = {
  '/rss.xml': text => parseRssFeed(text).items.map(item => ({ id: item.guid?.value, title: item.title, text: item.content?.encoded })),
  '/atom.xml': text => parseAtomFeed(text).entries.map(entry => ({ id: entry.id, title: entry.title?.value ?? entry.title, text: entry.content?.value ?? entry.content })),
  '/feed.json': text => parseJsonFeed(text).items.map(item => ({ id: item.id, title: item.title, text: item.content_html })),
};

for (const path of ['/rss.xml', '/atom.xml']) {
  test(`two readers understand ${path} alike`, async () => {
    const text = await feedOf(path);
    const one = readers[path](text);
    const other = parse(text);

    assert.equal(other.title, 'Quiet practice');
    assert.ok(one.length >= 3);
    assert.deepEqual(one.map(item => item.id), other.items.map(item => item.id));
    assert.deepEqual(one.map(item => item.title), other.items.map(item => item.title));
    assert.ok(one.every(item => item.text.length > 0));
    assert.ok(other.items.every(item => item.url.startsWith('http') && item.published instanceof Date));
  });
}

test('the three feeds hold the same posts', async () => {
  const [rss, atom, json] = await Promise.all(Object.entries(readers).map(async ([path, read]) => read(await feedOf(path)).map(item => item.id)));

  assert.deepEqual(atom, rss);
  assert.deepEqual(json, rss);
});
