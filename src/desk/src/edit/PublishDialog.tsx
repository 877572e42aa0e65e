import { useState } from "preact/hooks";
import { closeDialog, openDialog } from "../parts/Dialog";
import type { Problem } from "../api/files";
import { momentOf, say } from "../words";
import { severityOf } from "./codeEditor";
import { fieldOf } from "./fields";
import { isReadable, readField, writeField } from "./frontMatter";
import { draft, isDraft } from "./keptBack";
import { Changes } from "./LiveChanges";
import { localNow, localOf, mayBeAhead, zonedOf } from "./moments";
import type { EditSession } from "./session";

const date = fieldOf("date");

/** What is live already is saved first, so that what changes for readers can be shown by words. */
export async function askToPublish(session: EditSession, onGo: (line: number, column: number) => void): Promise<void> {
  if (!session.isLive.value || (await session.save())) {
    openDialog({ title: say.publishing.title, body: <Publish session={session} onGo={onGo} /> });
  }
}

/** What keeps it from readers comes first; then what they would stumble over; then when. */
function Publish({ session, onGo }: { session: EditSession; onGo(line: number, column: number): void }) {
  const problems = session.rendering.problems.value;
  // Nothing can be written into a head that cannot be read, whatever the renderer makes of it.
  const errors = isReadable(session.text.value) ? problems.filter((problem) => severityOf(problem) === "error") : problems;
  const others = problems.filter((problem) => !errors.includes(problem));
  const go = (problem: Problem) => {
    closeDialog();
    onGo(problem.line, problem.column);
  };
  return (
    <div class="stack">
      {errors.length > 0 && (
        <>
          <p>{say.publishing.notYet}</p>
          <Mends problems={errors} onGo={go} />
        </>
      )}
      {errors.length === 0 && others.length > 0 && (
        <details open={others.length <= 3}>
          <summary>{say.publishing.worthMending(others.length)}</summary>
          <Mends problems={others} onGo={go} />
        </details>
      )}
      {errors.length === 0 && session.isLive.value && <Changes session={session} />}
      {errors.length === 0 && (session.isLive.value ? <Now session={session} /> : <When session={session} />)}
    </div>
  );
}

function Mends({ problems, onGo }: { problems: Problem[]; onGo(problem: Problem): void }) {
  return (
    <ul class="picks" aria-label={say.publishing.toMend}>
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.line} ${problem.column}`}>
          <button onClick={() => onGo(problem)}>
            <span lang="en">{problem.message}</span>
            <span class="hint" lang="en">{problem.mend}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What takes the place of something that readers see does so at once. */
function Now({ session }: { session: EditSession }) {
  const publish = (event: SubmitEvent) => {
    event.preventDefault();
    closeDialog();
    void session.publish();
  };
  return (
    <form class="stack" onSubmit={publish}>
      <button class="primary" autofocus>{say.publishing.now}</button>
    </form>
  );
}

/** Now, or at a time: either way the file says so, and is saved. */
function When({ session }: { session: EditSession }) {
  const known = localOf(readField(session.text.value, date));
  const [isLater, setLater] = useState(known > localNow());
  const [time, setTime] = useState(known > localNow() ? known : "");

  const publish = async (event: SubmitEvent) => {
    event.preventDefault();
    session.text.value = published(session.text.value, isLater ? time : null);
    closeDialog();
    if (isDraft(session.text.value)) {
      session.failure.value = say.publishing.stillDraft;
      return;
    }

    await session.publish();
  };

  return (
    <form class="stack" onSubmit={publish}>
      <fieldset class="choices">
        <legend>{say.publishing.when}</legend>
        <label>
          <input type="radio" name="when" checked={!isLater} onChange={() => setLater(false)} />
          <span>
            <strong>{say.publishing.atOnce}</strong>
            <span class="hint">{say.publishing.atOnceHint}</span>
          </span>
        </label>
        <label>
          <input type="radio" name="when" checked={isLater} onChange={() => setLater(true)} />
          <span>
            <strong>{say.publishing.later}</strong>
            <span class="hint">{say.publishing.laterHint}</span>
          </span>
        </label>
      </fieldset>
      {isLater && (
        <label>
          {say.publishing.time}
          <input type="datetime-local" required min={localNow()} value={time} onInput={(event) => setTime(event.currentTarget.value)} />
        </label>
      )}
      <button class="primary">{isLater ? (time ? say.publishing.scheduleFor(momentOf(time)) : say.publishing.schedule) : say.publishing.now}</button>
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
