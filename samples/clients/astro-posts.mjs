// A live collection of Astro: asked when a page is. In src/live.config.ts: defineLiveCollection({ loader: posts(url) }).
const entry = post => ({ id: post.slug, data: post, rendered: { html: post.html } });

const hint = answer => ({ tags: answer.headers.get('cache-tag')?.split(',') ?? [] });

const ask = async address => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return [await answer.json(), hint(answer)];
};

export const posts = url => ({
  name: 'kapfunctions',
  loadCollection: async ({ filter } = {}) => {
    try {
      const [list, cacheHint] = await ask(`${url}/api/posts?${new URLSearchParams(filter ?? {})}`);
      return { entries: list.posts.map(entry), cacheHint };
    } catch (error) {
      return { error };
    }
  },
  loadEntry: async ({ filter }) => {
    try {
      const [post, cacheHint] = await ask(`${url}/api/posts/${encodeURIComponent(filter.id)}`);
      return { ...entry(post), cacheHint };
    } catch (error) {
      return { error };
    }
  },
});
