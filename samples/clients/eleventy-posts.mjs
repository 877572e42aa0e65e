// _data/posts.mjs of Eleventy: every post with its text, as `posts` in templates. KAP_URL says where the API is.
export default async () => {
  const posts = [];
  for (let page = 1; page; ) {
    const answer = await fetch(`${process.env.KAP_URL}/api/posts?limit=50&page=${page}`);
    if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
    const list = await answer.json();
    posts.push(...list.posts);
    page = list.meta.pagination.next;
  }
  return posts;
};
