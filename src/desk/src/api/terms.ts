// Tags and authors that the site knows, to be offered.
import { getJson } from "./http";

export type KnownOf = "tags" | "authors";

interface Term {
  name: string;
}

/** By how many posts have them. */
export async function knownWords(of: KnownOf): Promise<string[]> {
  const found = await getJson<Record<KnownOf, Term[]>>(`/api/${of}?limit=100&order=${encodeURIComponent("count.posts desc")}&include=count.posts`);
  return found[of].map(({ name }) => name);
}
