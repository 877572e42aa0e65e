import { useState } from "preact/hooks";
import { addressOf } from "../api/media";
import { closeDialog, openDialog } from "../parts/Dialog";
import { say } from "../words";
import type { StoredPicture } from "./pictures";

/** Asks what pictures show. A file's name says nothing to somebody who cannot see them. */
export function askForWords(pictures: StoredPicture[], onSaid: (words: Map<string, string>) => void): void {
  openDialog({
    title: pictures.length === 1 ? say.alternative.title : say.alternative.titles,
    body: <Words pictures={pictures} onSaid={onSaid} />,
  });
}

function Words({ pictures, onSaid }: { pictures: StoredPicture[]; onSaid(words: Map<string, string>): void }) {
  const [words, setWords] = useState(new Map<string, string>());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    closeDialog();
    onSaid(words);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p class="hint">{say.alternative.hint}</p>
      {pictures.map(({ path, address }, at) => (
        <div class="described" key={address}>
          <img src={addressOf(path)} alt="" />
          <label>
            {pictures.length === 1 ? say.alternative.shows : say.alternative.numberShows(at + 1)}
            <textarea
              rows={2}
              autofocus={at === 0}
              value={words.get(address) ?? ""}
              onInput={(event) => setWords(new Map(words).set(address, event.currentTarget.value.replace(/\s*\n\s*/g, " ")))}
            />
          </label>
        </div>
      ))}
      <button class="primary">{say.done}</button>
    </form>
  );
}
