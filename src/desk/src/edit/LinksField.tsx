import { say } from "../words";
import type { Item, Value } from "./frontMatter";

interface Links {
  label: string;
  hint?: string;
  /** The keys of words and address. */
  parts: [string, string];
  value: Item[];
  set(value: Value | null): void;
}

/** A list of words with addresses, such as sources or a menu. */
export function LinksField({ label, hint, parts: [words, address], value, set }: Links) {
  const change = (at: number, item: Item | null) => {
    const items = value.flatMap((one, place) => (place === at ? (item === null ? [] : [item]) : [one]));
    set(items.length > 0 ? items : null);
  };
  return (
    <fieldset class="links">
      <legend>
        {label} {hint && <span class="hint">{hint}</span>}
      </legend>
      {value.map((item, at) => (
        <div class="link-row" key={at}>
          <input
            aria-label={say.details.wordsAt(label, at + 1)}
            placeholder={say.details.words}
            value={partOf(item, words)}
            onInput={(event) => change(at, withPart(item, words, address, words, event.currentTarget.value))}
          />
          <input
            aria-label={say.details.addressAt(label, at + 1)}
            placeholder={say.details.address}
            inputMode="url"
            value={typeof item === "string" ? item : partOf(item, address)}
            onInput={(event) => change(at, withPart(item, words, address, address, event.currentTarget.value))}
          />
          <button type="button" class="plain" aria-label={say.details.removeAt(label, at + 1)} onClick={() => change(at, null)}>
            ×
          </button>
        </div>
      ))}
      <button type="button" onClick={() => set([...value, { [words]: "", [address]: "" }])}>
        {say.details.add}
      </button>
    </fieldset>
  );
}

const partOf = (item: Item, key: string): string => (typeof item === "string" ? "" : String(item[key] ?? ""));

/** An address alone stays one until it gets words. */
function withPart(item: Item, words: string, address: string, key: string, text: string): Item {
  if (typeof item !== "string") {
    return { ...item, [key]: text };
  }

  return key === address ? text : { [words]: text, [address]: item };
}
