// Posts for Next.js: kept until the API says that what they depend on is old. KAP_URL says where the API is.
const url = process.env.KAP_URL;

/** One post; null where there is none. */
export const post = async slug => {
  const address = `${url}/api/posts/${encodeURIComponent(slug)}`;
  const answer = await fetch(address, { next: { tags: ['site', 'posts', 'lists'] } });
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
};

/** For the route that a webhook calls, once it has checked the signature: `await old(event, revalidateTag)`. */
export const old = async (event, revalidateTag) => {
  for (const tag of event.data.tags ?? []) await revalidateTag(tag);
};
