import { useState } from "preact/hooks";
import { addressOf } from "../api/media";
import { closeDialog, openDialog } from "../parts/Dialog";
import type { StoredPicture } from "./pictures";

/** Asks what pictures show. A file's name says nothing to somebody who cannot see them. */
export function askForWords(pictures: StoredPicture[], onSaid: (words: Map<string, string>) => void): void {
  openDialog({
    title: pictures.length === 1 ? "What does the picture show?" : "What do the pictures show?",
    body: <Words pictures={pictures} onSaid={onSaid} />,
  });
}

function Words({ pictures, onSaid }: { pictures: StoredPicture[]; onSaid(words: Map<string, string>): void }) {
  const [words, setWords] = useState(new Map<string, string>());
  const say = (event: SubmitEvent) => {
    event.preventDefault();
    closeDialog();
    onSaid(words);
  };
  return (
    <form class="stack" onSubmit={say}>
      <p class="hint">In a sentence, for people who cannot see it. Leave it empty for a picture that is decoration only.</p>
      {pictures.map(({ path, address }, at) => (
        <div class="described" key={address}>
          <img src={addressOf(path)} alt="" />
          <label>
            {pictures.length === 1 ? "It shows" : `Picture ${at + 1} shows`}
            <textarea
              rows={2}
              autofocus={at === 0}
              value={words.get(address) ?? ""}
              onInput={(event) => setWords(new Map(words).set(address, event.currentTarget.value.replace(/\s*\n\s*/g, " ")))}
            />
          </label>
        </div>
      ))}
      <button class="primary">Done</button>
    </form>
  );
}
