// Settings of a file as a form sees them: the head of a text, or a whole YAML file. A change touches its own lines only:
// comments, order and spelling stay.
import { Document, isMap, isScalar, isSeq, parseDocument, stringify, type Pair, type YAMLMap, type YAMLSeq } from "yaml";

export type Value = string | number | boolean | Item[];
export type Item = string | Record<string, unknown>;

/** Where the settings stand in the text. */
interface Settings {
  start: number;
  end: number;
  map: YAMLMap | null;
}

const fence = /^\uFEFF?---[ \t]*\r?\n/;
const closing = /^(---|\.\.\.)[ \t]*\r?$/m;

/** Where the text of a post begins: behind its head and the blank lines below it; 0 where there is no head. */
export function bodyStart(text: string): number {
  const open = fence.exec(text);
  const close = open && closing.exec(text.slice(open[0].length));
  if (!open || !close) {
    return 0;
  }

  const end = lineEnd(text, open[0].length + close.index);
  return end + /^([ \t]*\r?\n)*/.exec(text.slice(end))![0].length;
}

/** Whether a form can show the settings: YAML without mistakes, or none at all. */
export function isReadable(text: string, isWhole = false): boolean {
  if (!isWhole && /^\uFEFF?(\+\+\+|\{)/.test(text)) {
    return false;
  }

  return (!isWhole && !fence.test(text)) || settingsOf(text, isWhole) !== null;
}

/** The value under the first of `keys` that is there. */
export function readField(text: string, keys: string[], isWhole = false): unknown {
  const pair = find(settingsOf(text, isWhole)?.map ?? null, keys);
  const value = pair?.value as { toJSON?: () => unknown } | null | undefined;
  return value?.toJSON ? value.toJSON() : undefined;
}

/** The text with the field set, or taken out where `value` is null. What cannot be read is left as it is. */
export function writeField(text: string, keys: string[], value: Value | null, isWhole = false): string {
  const settings = settingsOf(text, isWhole);
  if (settings === null) {
    return value === null || !isReadable(text, isWhole) ? text : withHead(text, line(keys[0]!, value));
  }

  const pair = find(settings.map, keys);
  if (pair === null) {
    return value === null ? text : added(text, settings, line(keys[0]!, value));
  }

  const [start, end] = rangeOf(text, settings, pair);
  if (value === null) {
    return splice(text, start, lineEnd(text, end), "");
  }

  const kept = Array.isArray(value) ? withItems(text.slice(start, end), value) : null;
  return splice(text, start, end, inLines(text, kept ?? line(keyOf(pair), value)));
}

/** The text of a whole file with what stands under `key` changed; comments in it stay, and nothing else is touched. */
export function changeBlock(text: string, key: string, change: (block: Document) => void): string {
  const settings = settingsOf(text, true);
  if (settings === null) {
    return text;
  }

  const pair = find(settings.map, [key]);
  const [start, end] = pair ? rangeOf(text, settings, pair) : [0, 0];
  const block = parseDocument(pair ? text.slice(start, end) : `${key}:`);
  change(block);
  const root = isMap(block.contents) ? block.contents.items[0]?.value : null;
  if (isMap(root) && root.items.length === 0) {
    return pair ? splice(text, start, lineEnd(text, end), "") : text;
  }

  const lines = block.toString(style).trimEnd();
  return pair ? splice(text, start, end, inLines(text, lines)) : added(text, settings, lines);
}

/** Whether the head says so in a line of its own, also where the rest of it cannot be read. */
export function saysTrue(text: string, key: string): boolean {
  const end = bodyStart(text);
  const head = fence.test(text) ? text.slice(0, end === 0 ? undefined : end) : "";
  return isReadable(text) ? readField(text, [key]) === true : new RegExp(`^${key}[ \\t]*:[ \\t]*true[ \\t]*(#.*)?\\r?$`, "mi").test(head);
}

function settingsOf(text: string, isWhole: boolean): Settings | null {
  const [start, end] = isWhole ? [0, text.length] : insideOf(text);
  if (end < 0) {
    return null;
  }

  const document = parseDocument(text.slice(start, end), { uniqueKeys: false });
  const map = document.contents;
  const isPlain = map === null || (isMap(map) && !map.flow && map.items.every(({ key }) => isScalar(key)));
  return document.errors.length > 0 || !isPlain ? null : { start, end, map: map as YAMLMap | null };
}

function insideOf(text: string): [number, number] {
  const open = fence.exec(text);
  const close = open && closing.exec(text.slice(open[0].length));
  return open && close ? [open[0].length, open[0].length + close.index] : [0, -1];
}

/** Capital letters, hyphens and underscores make no difference, as in the renderer. */
function find(map: YAMLMap | null, keys: string[]): Pair | null {
  for (const key of keys) {
    const found = map?.items.find((pair) => plain(keyOf(pair)) === plain(key));
    if (found) {
      return found;
    }
  }

  return null;
}

export const plain = (key: string) => key.toLowerCase().replace(/[-_]/g, "");

export const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

function rangeOf(text: string, settings: Settings, pair: Pair): [number, number] {
  const key = (pair.key as { range: [number, number, number] }).range;
  const value = (pair.value as { range?: [number, number, number] } | null)?.range;
  const start = settings.start + key[0];
  const colon = text.indexOf(":", settings.start + key[1]) + 1;
  let end = Math.max(value ? settings.start + value[1] : colon, colon);
  while (end > colon && /\s/.test(text[end - 1]!)) {
    end--;
  }

  return [start, end];
}

/** The lines of a list with other items; those that stay keep their comments. Null where they are no list of that kind. */
function withItems(lines: string, items: Item[]): string | null {
  const document = parseDocument(lines);
  const pair = isMap(document.contents) ? document.contents.items[0] : undefined;
  if (document.errors.length > 0 || !pair || !isSeq(pair.value)) {
    return null;
  }

  const list = pair.value as YAMLSeq;
  const old = [...list.items];
  list.items = items.map((item, at) => {
    const same = old.findIndex((node) => node !== null && JSON.stringify(jsonOf(node)) === JSON.stringify(item));
    if (same >= 0) {
      return old.splice(same, 1, null)[0];
    }

    const before = old[at];
    return isMap(before) && typeof item === "object" ? changed(document, before, item) : document.createNode(item);
  });
  return document.toString(style).trimEnd();
}

function changed(document: Document, map: YAMLMap, to: Record<string, unknown>): YAMLMap {
  const now = map.toJSON() as Record<string, unknown>;
  for (const key of new Set([...Object.keys(now), ...Object.keys(to)])) {
    if (!(key in to)) {
      map.delete(key);
    } else if (JSON.stringify(now[key]) !== JSON.stringify(to[key])) {
      map.set(key, document.createNode(to[key]));
    }
  }

  return map;
}

const jsonOf = (node: unknown): unknown => (node as { toJSON?: () => unknown }).toJSON?.();

function lineEnd(text: string, from: number): number {
  const next = text.indexOf("\n", from);
  return next < 0 ? text.length : next + 1;
}

const style = { lineWidth: 0, flowCollectionPadding: false } as const;

/** Words stand in one line; what has parts of its own, in a line each. */
function line(key: string, value: Value): string {
  const isFlow = !Array.isArray(value) || value.every((item) => typeof item === "string");
  return isFlow
    ? `${key}: ${stringify(value, { ...style, collectionStyle: "flow" }).trim()}`
    : stringify({ [key]: value }, style).trim();
}

const breakOf = (text: string) => (/\r\n/.test(text) ? "\r\n" : "\n");

const inLines = (text: string, lines: string) => lines.replace(/\r?\n/g, breakOf(text));

function withHead(text: string, first: string): string {
  const end = breakOf(text);
  const rest = text.replace(/^\uFEFF?\s*/, "");
  return `---${end}${inLines(text, first)}${end}---${end}${end}${rest}`;
}

function added(text: string, { end }: Settings, lines: string): string {
  const isInLine = end > 0 && text[end - 1] !== "\n";
  return splice(text, end, end, (isInLine ? breakOf(text) : "") + inLines(text, lines) + breakOf(text));
}

const splice = (text: string, start: number, end: number, by: string) => text.slice(0, start) + by + text.slice(end);
