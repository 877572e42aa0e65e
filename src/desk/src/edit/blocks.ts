// Settings that have parts of their own, such as the practice with its address: one value below several keys.
import { isMap, isScalar, isSeq, Scalar, YAMLMap, type Document } from "yaml";
import { changeBlock, keyOf, plain, readField, type Value } from "./frontMatter";

/** What a part is where it is written as one word. */
const alone: Record<string, string> = { practice: "name", address: "street", booking: "url", crisis: "name" };

/** The value under the first of `keys` inside of those of `path`. */
export function readInside(text: string, path: string[], keys: string[]): unknown {
  const [root, ...rest] = path;
  let value = partsOf(readField(text, [root!], true), root!);
  for (const key of rest) {
    value = partsOf(find(value, [key]), key);
  }

  return find(value, keys);
}

/** The text with that value set, or taken out where it is null. */
export function writeInside(text: string, path: string[], keys: string[], value: Value | null): string {
  return changeBlock(text, path[0]!, (block) => {
    const maps = path.map(() => null as YAMLMap | null);
    let map = block.contents as YAMLMap;
    path.forEach((key, at) => {
      map = stepInto(block, map, key);
      maps[at] = map;
    });
    const pair = map.items.find((one) => keys.some((key) => plain(keyOf(one)) === plain(key)));
    if (value === null) {
      map.items = map.items.filter((one) => one !== pair);
    } else if (pair && isScalar(pair.value) && !Array.isArray(value)) {
      pair.value.value = value;
    } else if (pair) {
      pair.value = listOf(block, pair.value, value);
    } else {
      map.set(keys[0], listOf(block, null, value));
    }

    // A part of which nothing is left goes as a whole.
    for (let at = path.length - 1; at > 0; at--) {
      if (maps[at]!.items.length === 0) {
        maps[at - 1]!.items = maps[at - 1]!.items.filter((one) => one.value !== maps[at]);
      }
    }
  });
}

/** Items that stay keep their comments. */
function listOf(block: Document, old: unknown, value: Value): unknown {
  if (!isSeq(old) || !Array.isArray(value)) {
    return block.createNode(value);
  }

  const before = [...old.items];
  old.items = value.map((item) => before.find((one) => isScalar(one) && one.value === item) ?? block.createNode(item));
  return old;
}

function stepInto(block: Document, map: YAMLMap, key: string): YAMLMap {
  const pair = map.items.find((one) => plain(keyOf(one)) === plain(key));
  if (pair && isMap(pair.value)) {
    return pair.value;
  }

  const inner = new YAMLMap(block.schema);
  if (pair && isScalar(pair.value) && pair.value.value !== null) {
    inner.set(alone[key], pair.value);
  }

  if (pair) {
    pair.value = inner;
  } else {
    map.set(new Scalar(key), inner);
  }

  return inner;
}

function partsOf(value: unknown, key: string): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }

  return value === undefined || value === null ? {} : { [alone[key]!]: value };
}

function find(parts: Record<string, unknown>, keys: string[]): unknown {
  for (const key of keys) {
    const found = Object.keys(parts).find((one) => plain(one) === plain(key));
    if (found !== undefined) {
      return parts[found];
    }
  }

  return undefined;
}
