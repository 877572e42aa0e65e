// The title of a text, where it stands: in the head, or as the first heading where the head has none.
import { bodyStart, isReadable, readField, writeField } from "./frontMatter";

const keys = ["title"];
const heading = /^#[ \t]+([^\r\n]*?)[ \t]*#*[ \t]*(?=\r?\n|$)/;

export function readTitle(text: string): string {
  const inHead = readField(text, keys);
  if (inHead !== undefined && inHead !== null) {
    return typeof inHead === "object" ? "" : String(inHead);
  }

  return heading.exec(text.slice(bodyStart(text)))?.[1] ?? "";
}

export function writeTitle(text: string, title: string): string {
  const words = title.replace(/\s*[\r\n]+\s*/g, " ");
  const inHead = readField(text, keys);
  const start = bodyStart(text);
  const found = inHead === undefined || inHead === null ? heading.exec(text.slice(start)) : null;
  if (found && words !== "") {
    return `${text.slice(0, start)}# ${words}${text.slice(start + found[0].length)}`;
  }

  return writeField(text, keys, words === "" && inHead === undefined ? null : words);
}

/** Whether the title can be changed in a field. */
export const hasTitleField = (text: string): boolean => isReadable(text);
