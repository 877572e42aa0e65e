import type { Post } from "../api/files";
import { momentOf, say } from "../words";

/** How a post stands, in a word. */
export function Badge({ post }: { post: Post }) {
  return (
    <span class={`badge ${isOlder(post) ? "older" : post.state}`} title={explain(post)}>
      {wordOf(post)}
    </span>
  );
}

/** Of a file with an older version online or to come, nobody may read that it is published: that version is not. */
export const wordOf = (post: Post): string => (say.states[isOlder(post) ? "older" : post.state]);

/** How a post stands, in a sentence. */
export function explain(post: Post): string {
  if (isOlder(post)) {
    const result = whatReadersGet(post);
    return post.wanted_slug === null ? say.explained.olderForError(result) : say.explained.olderForAddress(post.wanted_slug, result);
  }

  switch (post.state) {
    case "published":
      return say.explained.published;
    case "scheduled":
      return say.explained.scheduled(momentOf(post.date!));
    case "draft":
      return say.explained.draft;
    case "expired":
      return say.explained.expired(momentOf(post.expires!));
    case "waiting":
      return say.explained.waiting(post.wanted_slug!);
    case "unpublished":
      return say.explained.unpublished;
    case "broken":
      return say.explained.broken;
  }
}

const isOlder = (post: Post): boolean => !post.current && post.state !== "waiting" && post.state !== "broken";

function whatReadersGet(post: Post): string {
  switch (post.state) {
    case "scheduled":
      return say.explained.lastGoodAppears(momentOf(post.date!));
    case "draft":
    case "expired":
      return say.explained.nothingSeen;
    default:
      return say.explained.lastGoodSeen;
  }
}
