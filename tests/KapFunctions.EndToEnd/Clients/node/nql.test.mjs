// Random filters, asked of a host of ours at KAP_URL and of Ghost's own parser and SQL over the same posts: the same posts
// must match, and the same filters be refused. KAP_SEED draws others, KAP_FILTERS says how many are asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersFor, randomOf } from './nql-filters.mjs';
import { referenceOf } from './nql-reference.mjs';

const posts = `${process.env.KAP_URL}/ghost/api/content/posts/?key=22444f78447824223cefc48062&limit=all`;
const seed = Number(process.env.KAP_SEED ?? 1);
const count = Number(process.env.KAP_FILTERS ?? 1500);

/** Where we differ on purpose; docs/api.md tells why. */
const differences = [
  // Two parentheses around one condition: the reference forgets the filter, or cannot read it.
  /\(\s*\(/,
  // primary_tag:null finds the posts that have none; in the reference nothing.
  /\bprimary_(tag|author):\s*(-|[<>]=?)?\s*null/i,
  // tags.slug. with another dot: the reference reads no further than the second word.
  /\.\w*\.|\.\s*:/,
  // Two negations of one field, one of them of null: the reference makes one list of both, which then excludes everything.
  /\b([\w.]+):\s*-\s*null\b.*\b\1:\s*-|\b([\w.]+):\s*-.*\b\2:\s*-\s*null\b/i,
  // Two negations of the first tag or author: the reference makes one list of both, and forgets what stands between them.
  /\b(primary_(tag|author)):\s*-.*\b\1:\s*-/i,
  // A relative date before white space: the reference takes it for a text.
  /now[-+]\d+[dwMyhms]\s/,
  // A missing text of posts_meta as one of several alternatives: the reference joins it by AND.
  /\b(og|twitter|meta|feature_image)_\w+:\s*(-|[<>]=?)?\s*null.*,|,.*\b(og|twitter|meta|feature_image)_\w+:\s*(-|[<>]=?)?\s*null/i,
];
const date = /_at:[-<>=\s]*(?!now[-+]\d+[dwMyhms](?:[\s+,()[\]]|$))(?:'((?:\\['"]|[^'"])*)'|([^\s'"+,()[\]<>=~]+))/g;
const fullDate = /^(\d{4}-\d\d-\d\d([ T]\d\d:\d\d:\d\d)?|null|NULL|Null)$/;

/** What is no date, or one that is not written in full: the reference compares texts. */
const hasOddDate = filter => [...filter.matchAll(date)].some(([, quoted, plain]) => !fullDate.test(quoted ?? plain));

/** A plus that was not encoded in an address arrives as white space; we read it as the AND that it was. */
const withPluses = filter =>
  filter.replace(/'(?:\\['"]|[^'"])+?'|(?<=[^\s,+([:<>=~-]|\\.)\s+(?=[^\s,+)\]<>=~])/g, found => (found.trim() ? found : '+'));

async function ask(filter) {
  const answer = await fetch(`${posts}&fields=slug&filter=${encodeURIComponent(filter)}`);
  const body = await answer.json();
  assert.ok([200, 400].includes(answer.status), `${filter}: ${answer.status} ${JSON.stringify(body)}`);
  return answer.status === 200 ? body.posts.map(post => post.slug).sort() : null;
}

test(`${count} random filters find what Ghost finds (KAP_SEED=${seed})`, async () => {
  const { posts: all } = await (await fetch(`${posts}&include=tags,authors`)).json();
  const reference = await referenceOf(all);
  const next = filtersFor(all, randomOf(seed));
  let matched = 0;
  let refused = 0;
  for (let asked = 0; asked < count; asked++) {
    const filter = next();
    const expected = reference(filter) ?? reference(withPluses(filter));
    const found = await ask(filter);
    if (differences.some(one => one.test(filter)) || hasOddDate(filter)) {
      continue;
    }

    assert.deepEqual(found, expected, `KAP_SEED=${seed} filter ${filter}`);
    matched += expected?.length > 0 ? 1 : 0;
    refused += expected === null ? 1 : 0;
  }

  assert.ok(matched > count / 5 && refused > count / 20, `${matched} found something, ${refused} were refused`);
});
