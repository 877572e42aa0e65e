import type { Post } from "../api/files";
import { findNext, type NextSummary } from "../api/next";
import { say } from "../words";

export type Filter = "all" | "published" | "scheduled" | "draft" | "next" | "expired" | "problems" | "pages";

interface FilterChoice {
  name: Filter;
  words: string;
  holds(post: Post): boolean;
}

export const filters: FilterChoice[] = [
  { name: "all", words: say.filters.all, holds: () => true },
  { name: "published", words: say.filters.published, holds: (post) => post.state === "published" },
  { name: "scheduled", words: say.filters.scheduled, holds: (post) => post.state === "scheduled" },
  { name: "draft", words: say.filters.draft, holds: (post) => post.state === "draft" },
  { name: "next", words: say.filters.next, holds: (post) => findNext(post.path) !== undefined },
  { name: "expired", words: say.filters.expired, holds: (post) => post.state === "expired" },
  {
    name: "problems",
    words: say.filters.problems,
    holds: (post) => post.errors + post.warnings > 0 || post.state === "waiting" || post.state === "broken",
  },
  { name: "pages", words: say.filters.pages, holds: (post) => post.kind === "page" },
];

/** With those that are nowhere but in a next version: new ones, and those whose live file is gone. */
export function withNexts(posts: Post[], nexts: Iterable<NextSummary>): Post[] {
  const known = new Set(posts.map(({ path }) => path));
  const lone = [...nexts].filter(({ path }) => !known.has(path));
  return lone.length === 0 ? posts : [...posts, ...lone.map(loneOf)];
}

const loneOf = ({ path, etag }: NextSummary): Post => ({
  path,
  id: path,
  kind: path.startsWith("pages/") ? "page" : "post",
  state: "unpublished",
  title: path.slice(path.lastIndexOf("/") + 1),
  slug: null,
  url: null,
  date: null,
  updated: null,
  expires: null,
  tags: [],
  errors: 0,
  warnings: 0,
  wanted_slug: null,
  online: false,
  current: true,
  etag,
});

/** A post with the text that a search looks in; made once a list, so that a key in the search costs little at any size. */
export interface Entry {
  post: Post;
  text: string;
}

/** The newest first; what has no date yet comes before them. */
export function entriesOf(posts: Post[]): Entry[] {
  const newest = posts.map((post) => ({ post, text: textOf(post), date: post.date ?? "9" }));
  return newest.sort((a, b) => order(b.date, a.date) || order(a.post.path, b.post.path));
}

/** The posts that fit, in the order of the list. */
export function select(entries: Entry[], filter: Filter, search: string): Post[] {
  const { holds } = filters.find((choice) => choice.name === filter)!;
  const words = plain(search).split(/\s+/).filter(Boolean);
  return entries.filter(({ post, text }) => holds(post) && words.every((word) => text.includes(word))).map(({ post }) => post);
}

export const countsOf = (posts: Post[]): Record<Filter, number> =>
  Object.fromEntries(filters.map(({ name, holds }) => [name, posts.filter(holds).length])) as Record<Filter, number>;

const textOf = (post: Post) => plain(`${post.title} ${post.tags.join(" ")} ${post.path}`);

/** Capital letters and accents make no difference to a search. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
