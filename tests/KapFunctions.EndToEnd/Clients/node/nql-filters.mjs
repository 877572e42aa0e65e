// Random filters over the fields, values and operators of posts: most are well formed, some are broken on purpose.

/** A generator of numbers below n that a seed settles (mulberry32). */
export function randomOf(seed) {
  let state = seed >>> 0;
  return n => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

const texts = [
  'title', 'slug', 'custom_excerpt', 'meta_title', 'feature_image', 'canonical_url', 'visibility', 'id', 'og_image',
  'twitter_title', 'feature_image_alt',
];
const related = [
  'tag', 'tags', 'tags.slug', 'tags.name', 'tags.visibility', 'author', 'authors', 'authors.slug', 'authors.name',
  'primary_tag', 'primary_author',
];
const dates = ['published_at', 'updated_at', 'created_at'];
const noise = ["'", '(', ')', '[', ']', ',', '+', ':', '~', '-', ' ', '>', '<', '=', '\\', '"', '.', 'null', 'é', '~^', ';', '!', '%', '*', '^'];

/** A generator of filters for these posts. */
export function filtersFor(posts, random) {
  const one = list => list[random(list.length)];
  const quoted = text => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const some = text => {
    const from = random(text.length);
    return text.slice(from, from + 1 + random(6));
  };
  const cased = text => one([text, text, text.toLowerCase(), text.toUpperCase()]);

  function textFor(field) {
    const column = field.split('.')[0];
    const post = one(posts);
    const terms = column.includes('author') ? post.authors : post.tags;
    const found = related.includes(field)
      ? (one(terms.length ? terms : [{ slug: 'none', name: 'None' }])[field.endsWith('name') ? 'name' : 'slug'] ?? 'public')
      : (post[field] ?? one(['nothing', '100%', 'snake_case', "it's", '*', '^a', 'b$', 'a\\b']));
    return field.endsWith('visibility') ? one(['public', 'internal']) : String(found);
  }

  const literal = field => {
    const text = cased(textFor(field));
    return /^[^\s'"+()[\],<>=~:\\-][^\s'"+()[\],<>=~:\\]*$/.test(text) && random(3) > 0 ? text : quoted(text);
  };
  const value = field =>
    one([() => literal(field), () => literal(field), () => literal(field), () => literal(field), () => one(['null', 'true', 'false', 'NULL', 'True', '1', '0', '2020', '007', '1.5', "''", "'null'", "'true'", "'1'", 'nothing'])])();

  function condition() {
    switch (random(10)) {
      case 0:
        return `featured:${one(['', '', '-'])}${one(['true', 'false', 'TRUE', 'False', '1', '0', 'null', "'true'"])}`;
      case 1:
      case 2: {
        const post = one(posts);
        const field = one(dates);
        const day = post[field].slice(0, 19).replace('T', one([' ', ' ', 'T']));
        const when = one([`'${day}'`, `'${day}'`, `'${day.slice(0, 10)}'`, `now-${random(900)}${one([...'dwMyhms'])}`, `now+${random(3)}d`, 'null']);
        return `${field}:${one(['', '-', '>', '>=', '<', '<='])}${when}`;
      }
      case 3:
      case 4: {
        const field = one([...texts, ...related]);
        return `${field}:${one(['', '-'])}${one(['~', '~^', '~$'])}${quoted(cased(some(textFor(field)) || 'x'))}`;
      }
      case 5:
      case 6: {
        const field = one([...texts, ...related]);
        const values = Array.from({ length: 1 + random(3) }, () => value(field));
        return `${field}:${one(['', '', '-'])}[${values.join(one([',', ',', ',', '+', ', ']))}]`;
      }
      case 7: {
        const field = one([...texts, ...related]);
        return `${field}:${one(['>', '>=', '<', '<='])}${value(field)}`;
      }
      default: {
        const field = one([...texts, ...related]);
        return `${field}:${one(['', '', '', '-'])}${value(field)}`;
      }
    }
  }

  function filter(depth) {
    if (depth === 0 || random(3) === 0) {
      return condition();
    }

    const parts = Array.from({ length: 1 + random(3) }, () => filter(depth - 1));
    const joined = parts.reduce((all, part) => all + one(['+', '+', ',', ' + ', ', ']) + part);
    return random(2) ? `(${joined})` : joined;
  }

  function broken(text) {
    const at = random(text.length + 1);
    return random(2) ? text.slice(0, at) + one(noise) + text.slice(at) : text.slice(0, at) + text.slice(at + 1);
  }

  return () => {
    const text = filter(random(3));
    return random(6) ? text : broken(text);
  };
}
