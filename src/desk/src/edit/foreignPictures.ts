// Pictures of other hosts that stand in a text: readers get a link to each until they are among the site's own.
import { fieldOf } from "./fields";
import { readField } from "./frontMatter";

const inMarkdown = /!\[(?:[^\]\\]|\\.)*\]\(\s*<?(https?:\/\/[^\s<>()]+)/g;
const inHtml = /<img\b[^>]*?\bsrc\s*=\s*["'](https?:\/\/[^"']+)["']/gi;

/** Their addresses, as they are written. */
export function foreignPictures(text: string): string[] {
  const above = readField(text, fieldOf("feature_image"));
  const found = [...text.matchAll(inMarkdown), ...text.matchAll(inHtml)].map((match) => match[1]!);
  if (typeof above === "string" && /^https?:\/\//.test(above)) {
    found.unshift(above);
  }

  return [...new Set(found)].filter((address) => hostOf(address) !== location.host);
}

/** As it is asked for: HTML writes some signs in its own way. */
export const plainAddress = (written: string): string => written.replaceAll("&amp;", "&");

export function hostOf(address: string): string {
  try {
    return new URL(plainAddress(address)).host;
  } catch {
    return "";
  }
}

/** The text with the picture at its new place, wherever it stood; an address that goes on is another one. */
export function moved(text: string, from: string, to: string): string {
  const [first, ...rest] = text.split(from);
  return rest.reduce((done, part) => done + (/^[\w\-./?&#%=+~]/.test(part) ? from : to) + part, first!);
}
