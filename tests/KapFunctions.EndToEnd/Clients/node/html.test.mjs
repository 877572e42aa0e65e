// Every kind of page of the site at KAP_URL is HTML without an error, as html-validate knows it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate } from 'html-validate';

const url = process.env.KAP_URL;
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // What comes from here needs no hash of itself.
    'require-sri': ['error', { target: 'crossorigin' }],
    // <hr /> and checked="checked" are how renderers of Markdown write them, and the same to every browser.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    // A title is as long as its author wrote it; those who show it cut it themselves.
    'long-title': 'off',
  },
});

const pages = {
  'the first page': ['/', 200],
  'a post': ['/sleep/', 200],
  'a post of every kind of content': ['/everything/', 200],
  'a post with a hostile title': ['/hostile/', 200],
  'a page': ['/about/', 200],
  'a tag': ['/tag/calm/', 200],
  'an author': ['/author/jane/', 200],
  'the archive': ['/archive/', 200],
  'the search': ['/search/', 200],
  'what a search finds': ['/search/?q=sleep', 200],
  'a search that finds nothing': ['/search/?q=%3Cb%3E%22zzzz', 200],
  'a page that is not there': ['/nothing/', 404],
};

for (const [name, [path, status]] of Object.entries(pages)) {
  test(name, async () => {
    const answer = await fetch(url + path);
    assert.equal(answer.status, status);
    const report = await html.validateString(await answer.text(), path);
    const found = report.results.flatMap(result => result.messages);
    assert.deepEqual(found.map(one => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`), []);
  });
}
