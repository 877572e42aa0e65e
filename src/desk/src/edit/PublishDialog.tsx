import { useState } from "preact/hooks";
import { closeDialog, openDialog } from "../parts/Dialog";
import { momentOf } from "../words";
import { fieldOf } from "./fields";
import { readField, writeField } from "./frontMatter";
import { localNow, localOf, mayBeAhead, zonedOf } from "./moments";
import type { EditSession } from "./session";

const draft = fieldOf("draft");
const date = fieldOf("date");

export const isDraft = (text: string): boolean => readField(text, draft) === true;

export const askWhen = (session: EditSession): void =>
  openDialog({ title: "Publish", body: <When session={session} /> });

/** Now, or at a time: either way the file says so, and is saved. */
function When({ session }: { session: EditSession }) {
  const known = localOf(readField(session.text.value, date));
  const [isLater, setLater] = useState(known > localNow());
  const [time, setTime] = useState(known > localNow() ? known : "");

  const publish = async (event: SubmitEvent) => {
    event.preventDefault();
    session.text.value = published(session.text.value, isLater ? time : null);
    closeDialog();
    await session.save();
  };

  return (
    <form class="stack" onSubmit={publish}>
      <fieldset class="choices">
        <legend>When</legend>
        <label>
          <input type="radio" name="when" checked={!isLater} onChange={() => setLater(false)} />
          <span>
            <strong>Now</strong>
            <span class="hint">Readers see it when the desk says that it is published.</span>
          </span>
        </label>
        <label>
          <input type="radio" name="when" checked={isLater} onChange={() => setLater(true)} />
          <span>
            <strong>At a time</strong>
            <span class="hint">It appears by itself, at that minute of your clock.</span>
          </span>
        </label>
      </fieldset>
      {isLater && (
        <label>
          Time
          <input type="datetime-local" required min={localNow()} value={time} onInput={(event) => setTime(event.currentTarget.value)} />
        </label>
      )}
      <button class="primary">{isLater ? (time ? `Schedule for ${momentOf(time)}` : "Schedule") : "Publish now"}</button>
    </form>
  );
}

/** The text of a post that readers see from `time` on, or at once. */
function published(text: string, time: string | null): string {
  const open = writeField(text, draft, null);
  if (time !== null) {
    return writeField(open, date, zonedOf(time));
  }

  return mayBeAhead(readField(open, date)) ? writeField(open, date, zonedOf(localNow())) : open;
}
