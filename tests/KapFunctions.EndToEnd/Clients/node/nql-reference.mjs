// What Ghost itself would answer: its own parser and its own translation to SQL, over a small copy of its tables in SQLite,
// filled with the posts of a site. The expansions and relations are those that Ghost's model of a post declares.
import knex from 'knex';
import nql from '@tryghost/nql';
import initSqlJs from 'sql.js';

const postColumns = [
  'id', 'uuid', 'title', 'slug', 'comment_id', 'feature_image', 'featured', 'visibility', 'created_at', 'updated_at',
  'published_at', 'custom_excerpt', 'canonical_url', 'type', 'status',
];
const metaColumns = [
  'feature_image_alt', 'og_image', 'og_title', 'og_description', 'twitter_image', 'twitter_title', 'twitter_description',
  'meta_title', 'meta_description',
];
const termColumns = ['id', 'name', 'slug', 'visibility'];
const dates = new Set(['created_at', 'updated_at', 'published_at']);

const options = {
  relations: {
    tags: { tableName: 'tags', type: 'manyToMany', joinTable: 'posts_tags', joinFrom: 'post_id', joinTo: 'tag_id' },
    authors: {
      tableName: 'users', tableNameAs: 'authors', type: 'manyToMany',
      joinTable: 'posts_authors', joinFrom: 'post_id', joinTo: 'author_id',
    },
    posts_meta: { tableName: 'posts_meta', type: 'oneToOne', joinFrom: 'post_id' },
  },
  expansions: [
    { key: 'primary_tag', replacement: 'tags.slug', expansion: 'posts_tags.sort_order:0+tags.visibility:public' },
    { key: 'primary_author', replacement: 'authors.slug', expansion: 'posts_authors.sort_order:0+authors.visibility:public' },
    { key: 'tag', replacement: 'tags.slug' },
    { key: 'tags', replacement: 'tags.slug' },
    { key: 'author', replacement: 'authors.slug' },
    { key: 'authors', replacement: 'authors.slug' },
    ...metaColumns.map(name => ({ key: name, replacement: `posts_meta.${name}` })),
  ],
};

/** knex writes the SQL; sql.js, which is SQLite itself, runs it. */
class Dialect extends knex.knex.Client {
  _driver() {
    return {};
  }
}
Object.assign(Dialect.prototype, { dialect: 'sqlite3', driverName: 'sqlite3' });

/** A copy of the posts: ask it which of them a filter finds. */
export async function referenceOf(posts) {
  const sql = await initSqlJs();
  const database = new sql.Database();
  // Ghost's own database folds every letter; SQLite by itself only those of ASCII.
  database.create_function('lower', text => (text === null ? null : String(text).toLowerCase()));
  fill(database, posts);
  const builder = knex({ client: Dialect, useNullAsDefault: true });

  /** The slugs of the posts that match, sorted; null where the filter is refused. */
  return filter => {
    let query;
    try {
      query = nql(filter, options).querySQL(builder('posts').select('posts.slug')).toSQL().toNative();
    } catch {
      return null;
    }

    const statement = prepared(database, query.sql);
    if (statement === null) {
      return null;
    }

    try {
      statement.bind(query.bindings.map(bound));
      const slugs = [];
      while (statement.step()) {
        slugs.push(statement.get()[0]);
      }

      return slugs.sort();
    } finally {
      statement.free();
    }
  };
}

/** The statement; null where it names a column that no table has. */
function prepared(database, sql) {
  try {
    return database.prepare(sql);
  } catch (error) {
    if (/no such column|syntax error/.test(error.message)) {
      return null;
    }

    throw error;
  }
}

/** Ghost's own database reads dates in both forms, and compares them as dates; here they are texts of one form. */
function bound(value) {
  return typeof value === 'boolean' ? Number(value) : String(value).match(isoDate) ? value.replace('T', ' ').slice(0, 19) : value;
}

const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/;

function fill(database, posts) {
  const table = (name, columns) => database.run(`create table ${name} (${columns.map(column => `${column} ${typeOf(column)}`)})`);
  const insert = (name, row) => {
    const columns = Object.keys(row);
    database.run(`insert into ${name} (${columns}) values (${columns.map(() => '?')})`, Object.values(row));
  };
  table('posts', postColumns);
  table('posts_meta', ['post_id', ...metaColumns]);
  table('tags', termColumns);
  table('users', termColumns);
  table('posts_tags', ['post_id', 'tag_id', 'sort_order']);
  table('posts_authors', ['post_id', 'author_id', 'sort_order']);
  const known = new Set();
  for (const post of posts) {
    insert('posts', { ...pick(post, postColumns), type: 'post', status: 'published' });
    insert('posts_meta', { post_id: post.id, ...pick(post, metaColumns) });
    for (const [terms, target, join, key] of [
      [post.tags, 'tags', 'posts_tags', 'tag_id'],
      [post.authors, 'users', 'posts_authors', 'author_id'],
    ]) {
      terms.forEach((term, place) => {
        if (!known.has(target + term.id)) {
          known.add(target + term.id);
          insert(target, { visibility: 'public', ...pick(term, termColumns) });
        }

        insert(join, { post_id: post.id, [key]: term.id, sort_order: place });
      });
    }
  }
}

function typeOf(column) {
  return column === 'featured' || column === 'sort_order' ? 'integer' : 'text';
}

function pick(item, columns) {
  return Object.fromEntries(
    columns.filter(column => item[column] !== undefined).map(column => [column, stored(column, item[column])]),
  );
}

/** As the tables hold it: dates without a zone, booleans as numbers. */
function stored(column, value) {
  if (typeof value === 'boolean') {
    return Number(value);
  }

  return dates.has(column) && value !== null ? value.slice(0, 19).replace('T', ' ') : value;
}
