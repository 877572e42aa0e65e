import { useEffect, useState } from "preact/hooks";
import { knownWords, type KnownOf } from "../api/terms";
import { say } from "../words";
import type { Value } from "./frontMatter";

const maxOffered = 6;

interface Words {
  label: string;
  hint?: string;
  of: KnownOf;
  value: string[];
  set(value: Value | null): void;
}

/** Words with commas between them; those that the site knows already are offered. The text has them at every key. */
export function WordsField({ label, hint, of, value, set }: Words) {
  const [typed, setTyped] = useState(value.join(", "));
  const [known, setKnown] = useState<string[]>([]);
  const said = splitOf(typed);
  // Somebody else, such as undo, changed it.
  const shown = said.join() === value.join() ? typed : value.join(", ");

  useEffect(() => {
    knownWords(of).then(setKnown, () => undefined);
  }, [of]);

  const take = (text: string) => {
    setTyped(text);
    const words = splitOf(text);
    set(words.length > 0 ? words : null);
  };

  // What is whole already is not begun.
  const last = plain(shown.slice(shown.lastIndexOf(",") + 1));
  const isWhole = known.some((word) => plain(word) === last);
  const begun = isWhole ? "" : last;
  const offered = known
    .filter((word) => plain(word).includes(begun) && !value.some((one) => plain(one) === plain(word)))
    .slice(0, maxOffered);
  const add = (word: string) => take([...splitOf(isWhole ? shown : shown.slice(0, shown.lastIndexOf(",") + 1)), word].join(", ") + ", ");
  return (
    <div class="field">
      <label>
        {label} {hint && <span class="hint">{hint}</span>}
        <input value={shown} autocomplete="off" onInput={(event) => take(event.currentTarget.value)} />
      </label>
      {offered.length > 0 && (
        <p class="offers" role="group" aria-label={say.details.inUse(label)}>
          {offered.map((word) => (
            <button type="button" key={word} onClick={() => add(word)}>
              + {word}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

/** Each once, as it was written first. */
const splitOf = (text: string): string[] => [...new Set(text.split(",").map((word) => word.trim()).filter(Boolean))];

const plain = (text: string) => text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
