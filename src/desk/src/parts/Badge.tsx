import type { Post, State } from "../api/files";
import { momentOf } from "../words";

const names: Record<State, string> = {
  published: "Published",
  scheduled: "Scheduled",
  draft: "Draft",
  expired: "Expired",
  waiting: "Waiting",
  broken: "Broken",
  unpublished: "Not published",
};

/** How a post stands, in a word. */
export function Badge({ post }: { post: Post }) {
  return (
    <span class={`badge ${isOlder(post) ? "older" : post.state}`} title={explain(post)}>
      {wordOf(post)}
    </span>
  );
}

/** Of a file with an older version online or to come, nobody may read that it is published: that version is not. */
export const wordOf = (post: Post): string => (isOlder(post) ? "Older version" : names[post.state]);

/** How a post stands, in a sentence. */
export function explain(post: Post): string {
  if (isOlder(post)) {
    const why = post.wanted_slug === null ? "The file has an error" : `Another file has the address “${post.wanted_slug}”`;
    return `${why}; ${whatReadersGet(post)}`;
  }

  switch (post.state) {
    case "published":
      return "Readers see it.";
    case "scheduled":
      return `It appears on ${momentOf(post.date!)}.`;
    case "draft":
      return "Only editors see it.";
    case "expired":
      return `It disappeared on ${momentOf(post.expires!)}.`;
    case "waiting":
      return `Another file has the address “${post.wanted_slug}”.`;
    case "unpublished":
      return "Only editors see it, as a next version.";
    case "broken":
      return "It has an error and was never published.";
  }
}

const isOlder = (post: Post): boolean => !post.current && post.state !== "waiting" && post.state !== "broken";

function whatReadersGet(post: Post): string {
  switch (post.state) {
    case "scheduled":
      return `the last good version appears on ${momentOf(post.date!)}.`;
    case "draft":
    case "expired":
      return "readers see nothing of it.";
    default:
      return "readers see the last good version.";
  }
}
