// node judge.mjs found.json: the nDCG of the first ten of our search, minisearch and lunr over the same posts.
// Exits with 1 where ours is more than 0.02 below the better of the two.
import { readFileSync } from 'node:fs';
import lunr from 'lunr';
import MiniSearch from 'minisearch';

const shown = 10;
const slack = 0.02;
const { posts, found } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const judgements = readFileSync(new URL('judgements.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([question, ...parts]) => ({
    question,
    parts: parts.map((part) => part.split('=')).map(([name, grade]) => ({ name: name.toLowerCase(), grade: Number(grade) })),
  }));

const mini = new MiniSearch({ idField: 'name', fields: ['title', 'tags', 'text'], searchOptions: { boost: { title: 10, tags: 4 } } });
mini.addAll(posts);
const index = lunr(function () {
  this.ref('name');
  this.field('title', { boost: 10 });
  this.field('tags', { boost: 4 });
  this.field('text');
  posts.forEach((post) => this.add(post));
});

const engines = {
  ours: (question) => found[question],
  minisearch: (question) => mini.search(question).map((hit) => hit.id),
  'minisearch, all words': (question) => mini.search(question, { combineWith: 'AND' }).map((hit) => hit.id),
  lunr: (question) => index.search(question.replace(/[:~^*+-]/g, ' ')).map((hit) => hit.ref),
};

const gradeOf = ({ parts }, name) => parts.find((part) => name.toLowerCase().includes(part.name))?.grade ?? 0;
const gain = (grades) => grades.slice(0, shown).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
const ndcg = (judgement, names) => {
  const ideal = posts.map((post) => gradeOf(judgement, post.name)).sort((a, b) => b - a);
  return gain(names.map((name) => gradeOf(judgement, name))) / gain(ideal);
};

const scores = Object.entries(engines).map(([engine, search]) => {
  const each = judgements.map((judgement) => ndcg(judgement, search(judgement.question)));
  return { engine, each, mean: each.reduce((sum, one) => sum + one) / each.length };
});
if (process.argv.includes('--each')) {
  judgements.forEach(({ question }, at) => console.log(question.padEnd(40), ...scores.map(({ each }) => each[at].toFixed(2))));
}
console.log(`nDCG@${shown} over ${judgements.length} questions to ${posts.length} posts`);
scores.forEach(({ engine, mean }) => console.log(engine.padEnd(24), mean.toFixed(4)));
const best = Math.max(...scores.slice(1).map(({ mean }) => mean));
process.exit(scores[0].mean >= best - slack ? 0 : 1);
