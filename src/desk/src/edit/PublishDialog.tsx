import { useState } from "preact/hooks";
import { closeDialog, openDialog } from "../parts/Dialog";
import type { Problem } from "../api/files";
import { countOf, momentOf } from "../words";
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
    openDialog({ title: "Publish", body: <Publish session={session} onGo={onGo} /> });
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
          <p>Readers cannot get it yet. Mend this first:</p>
          <Mends problems={errors} onGo={go} />
        </>
      )}
      {errors.length === 0 && others.length > 0 && (
        <details open={others.length <= 3}>
          <summary>{countOf(others.length, "thing")} worth mending first</summary>
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
    <ul class="picks" aria-label="To mend">
      {problems.map((problem) => (
        <li key={`${problem.code} ${problem.line} ${problem.column}`}>
          <button onClick={() => onGo(problem)}>
            <span>{problem.message}</span>
            <span class="hint">{problem.mend}</span>
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
      <button class="primary" autofocus>Publish now</button>
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
      session.failure.value = "It is still a draft: the details have a line that needs mending first.";
      return;
    }

    await session.publish();
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
