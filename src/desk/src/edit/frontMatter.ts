// The head of a file as a form sees it. A change touches its own lines only: comments, order and spelling stay.
import { isMap, isScalar, parseDocument, stringify, type Pair, type YAMLMap } from "yaml";

export type Value = string | number | boolean | string[];

interface Head {
  /** Where the YAML begins and ends in the text. */
  start: number;
  end: number;
  map: YAMLMap | null;
}

const fence = /^\uFEFF?---[ \t]*\r?\n/;

/** Whether a form can show the head: YAML without mistakes, or none at all. */
export function isReadable(text: string): boolean {
  if (/^\uFEFF?(\+\+\+|\{)/.test(text)) {
    return false;
  }

  return !fence.test(text) || headOf(text) !== null;
}

/** The value under the first of `keys` that is there. */
export function readField(text: string, keys: string[]): unknown {
  const pair = find(headOf(text)?.map ?? null, keys);
  const value = pair?.value as { toJSON?: () => unknown } | null | undefined;
  return value?.toJSON ? value.toJSON() : undefined;
}

/** The text with the field set, or taken out where `value` is null. */
export function writeField(text: string, keys: string[], value: Value | null): string {
  const head = headOf(text);
  if (head === null) {
    return value === null ? text : `---\n${line(keys[0]!, value)}\n---\n\n${text.replace(/^\s+/, "")}`;
  }

  const pair = find(head.map, keys);
  if (pair === null) {
    return value === null ? text : splice(text, head.end, head.end, line(keys[0]!, value) + "\n");
  }

  const [start, end] = rangeOf(text, head, pair);
  return value === null
    ? splice(text, start, lineEnd(text, end), "")
    : splice(text, start, end, line(keyOf(pair), value));
}

function headOf(text: string): Head | null {
  const open = fence.exec(text);
  if (open === null) {
    return null;
  }

  const start = open[0].length;
  const close = /^(---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start));
  if (close === null) {
    return null;
  }

  const end = start + close.index;
  const document = parseDocument(text.slice(start, end), { uniqueKeys: false });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) {
    return null;
  }

  return { start, end, map: document.contents as YAMLMap | null };
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

const plain = (key: string) => key.toLowerCase().replace(/[-_]/g, "");

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

function rangeOf(text: string, head: Head, pair: Pair): [number, number] {
  const key = (pair.key as { range: [number, number, number] }).range;
  const value = (pair.value as { range?: [number, number, number] } | null)?.range;
  const start = head.start + key[0];
  const colon = text.indexOf(":", head.start + key[1]) + 1;
  let end = Math.max(value ? head.start + value[1] : colon, colon);
  while (end > colon && /\s/.test(text[end - 1]!)) {
    end--;
  }

  return [start, end];
}

function lineEnd(text: string, from: number): number {
  const next = text.indexOf("\n", from);
  return next < 0 ? text.length : next + 1;
}

const line = (key: string, value: Value) =>
  `${key}: ${stringify(value, { collectionStyle: "flow", lineWidth: 0, flowCollectionPadding: false }).trim()}`;

const splice = (text: string, start: number, end: number, by: string) => text.slice(0, start) + by + text.slice(end);
