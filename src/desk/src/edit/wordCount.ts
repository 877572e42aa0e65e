import { bodyStart } from "./frontMatter";

/** Scripts without blanks between words are counted by their signs, as readers of them do. */
const words = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu;

const addresses = /\]\([^)\s]*\)|<https?:[^>\s]*>|https?:\S+/g;

export function countWords(text: string): number {
  const body = text.slice(bodyStart(text)).replace(/<!--[\s\S]*?-->/g, " ").replace(addresses, "] ");
  return body.match(words)?.length ?? 0;
}
