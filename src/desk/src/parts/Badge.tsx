import type { Post, State } from "../api/files";
import { momentOf } from "../words";

const names: Record<State, string> = {
  published: "Published",
  scheduled: "Scheduled",
  draft: "Draft",
  expired: "Expired",
  waiting: "Waiting",
  broken: "Broken",
};

/** How a post stands, in a word. */
export function Badge({ post }: { post: Post }) {
  return (
    <span class={`badge ${post.state}`} title={explain(post)}>
      {names[post.state]}
    </span>
  );
}

/** How a post stands, in a sentence. */
export function explain(post: Post): string {
  switch (post.state) {
    case "published":
      return post.errors > 0 ? "Readers see the last good version." : "Readers see it.";
    case "scheduled":
      return `It appears on ${momentOf(post.date!)}.`;
    case "draft":
      return "Only editors see it.";
    case "expired":
      return `It disappeared on ${momentOf(post.expires!)}.`;
    case "waiting":
      return `Another file has the address “${post.wanted_slug}”.`;
    case "broken":
      return "It has an error and was never published.";
  }
}
