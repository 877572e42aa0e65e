// What the host at KAP_URL answers is what its /openapi.json says, operation by operation.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const url = process.env.KAP_URL;
const headers = { 'x-functions-key': process.env.KAP_KEY };
const document = await (await fetch(`${url}/openapi.json`)).json();
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ ...document, $id: 'openapi' });

const resolve = node => (node?.$ref ? node.$ref.slice(2).split('/').reduce((at, name) => at[name], document) : node);

/** Where the schema stands in the document, as a JSON pointer. */
const pointer = (...names) => 'openapi#/' + names.map(name => name.replaceAll('~', '~0').replaceAll('/', '~1')).map(encodeURIComponent).join('/');

const check = async (path, address) => {
  const response = await fetch(url + address, { headers, redirect: 'manual' });
  const body = await response.text();
  const status = String(response.status);
  const answers = document.paths[path].get.responses;
  assert.ok(answers[status], `${address} answered ${status}, which is not in the document: ${body}`);
  const answer = resolve(answers[status]);
  const type = response.headers.get('content-type')?.split(';')[0];
  const key = answer.content && [type, '*/*'].find(one => answer.content[one]);
  assert.ok(!answer.content || key, `${address} answered ${type}, which is not in the document`);
  if (key?.endsWith('json')) {
    const place = answers[status].$ref ? answers[status].$ref.slice(2).split('/') : ['paths', path, 'get', 'responses', status];
    const validate = ajv.getSchema(pointer(...place, 'content', key, 'schema'));
    assert.ok(validate(JSON.parse(body)), `${address}: ${ajv.errorsText(validate.errors)}`);
  }
  return { status, body };
};

const addressOf = (path, item, extra = '') => {
  const parameters = (item.get.parameters ?? []).map(resolve);
  const filled = parameters.filter(one => one.in === 'path').reduce((text, one) => text.replace(`{${one.name}}`, one.example), path);
  const query = parameters.filter(one => one.in === 'query' && one.required).map(one => `${one.name}=${encodeURIComponent(one.example)}`);
  if (path.startsWith('/ghost/')) query.push('key=22444f78447824223cefc48062');
  return `${filled}?${query.join('&')}${extra}`;
};

for (const [path, item] of Object.entries(document.paths).filter(([, one]) => one.get)) {
  test(`GET ${path}`, async () => {
    await check(path, addressOf(path, item));
  });
}

for (const [path, item] of Object.entries(document.paths).filter(([, one]) => one.get?.parameters?.some(parameter => resolve(parameter).name === 'limit'))) {
  test(`GET ${path} with good and bad parameters`, async () => {
    const wrong = path.startsWith('/ghost/') ? '422' : '400';
    assert.equal((await check(path, addressOf(path, item, '&limit=-1'))).status, wrong);
    assert.equal((await check(path, addressOf(path, item, '&limit=all&page=0&include=tags,authors,tiers,count.posts'))).status, '200');
    if (item.get.parameters.some(parameter => resolve(parameter).name === 'filter')) {
      assert.equal((await check(path, addressOf(path, item, '&filter=tag:('))).status, '400');
      assert.equal((await check(path, addressOf(path, item, '&fields=slug,url&formats=plaintext'))).status, '200');
    }
  });
}

for (const name of ['posts', 'pages', 'tags', 'authors']) {
  test(`GET one of Ghost's ${name} by its id`, async () => {
    const list = `/ghost/api/content/${name}`;
    const { body } = await check(list, addressOf(list, document.paths[list]));
    const one = `${list}/{id}`;
    const address = addressOf(one, document.paths[one]).replace('0123456789abcdef01234567', JSON.parse(body)[name][0].id);
    assert.equal((await check(one, address)).status, '200');
  });
}
