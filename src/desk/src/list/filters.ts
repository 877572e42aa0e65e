import type { Post } from "../api/files";

export type Filter = "all" | "published" | "scheduled" | "draft" | "expired" | "problems" | "pages";

interface FilterChoice {
  name: Filter;
  words: string;
  holds(post: Post): boolean;
}

export const filters: FilterChoice[] = [
  { name: "all", words: "All", holds: () => true },
  { name: "published", words: "Published", holds: (post) => post.state === "published" },
  { name: "scheduled", words: "Scheduled", holds: (post) => post.state === "scheduled" },
  { name: "draft", words: "Drafts", holds: (post) => post.state === "draft" },
  { name: "expired", words: "Expired", holds: (post) => post.state === "expired" },
  {
    name: "problems",
    words: "To mend",
    holds: (post) => post.errors + post.warnings > 0 || post.state === "waiting" || post.state === "broken",
  },
  { name: "pages", words: "Pages", holds: (post) => post.kind === "page" },
];

/** The posts that fit, the newest first; what has no date yet comes before them. */
export function select(posts: Post[], filter: Filter, search: string): Post[] {
  const holds = filters.find((choice) => choice.name === filter)!.holds;
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return posts
    .filter((post) => holds(post) && words.every((word) => textOf(post).includes(word)))
    .sort((a, b) => (b.date ?? "9").localeCompare(a.date ?? "9") || a.path.localeCompare(b.path));
}

const textOf = (post: Post) => `${post.title} ${post.tags.join(" ")} ${post.path}`.toLowerCase();
