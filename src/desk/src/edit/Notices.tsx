import type { ComponentChildren } from "preact";
import { may, roleFor } from "../api/me";
import { findNext } from "../api/next";
import { download, fileName } from "../parts/download";
import { clockOf, momentOf } from "../words";
import { showChanges } from "./LiveChanges";
import type { EditSession } from "./session";

/** What came between the text and storage, and what can be done about it. */
export function Notices({ session }: { session: EditSession }) {
  const { following } = session;
  const save = () => download(fileName(session.path), session.text.value);
  return (
    <div class="notices" role="status">
      {session.phase.value === "offline" && (
        <Notice kind="warning" words={`Not saved: ${session.failure.value} Your text is kept in this browser, and saving is tried again every few seconds.`}>
          <button onClick={() => session.tryAgain()}>Try now</button>
          <button onClick={save}>Download</button>
        </Notice>
      )}
      {session.phase.value === "ready" && session.failure.value && (
        <Notice kind="error" words={session.failure.value}>
          <button onClick={() => (session.failure.value = null)}>Dismiss</button>
        </Notice>
      )}
      {!session.isPost && !may(roleFor(session.path)) && <Notice words={`You can read this here. Changing it is for an ${roleFor(session.path)}: ask one.`} />}
      {session.recoveredAt.value && session.isChanged.value && (
        <Notice words={`Unsaved text of ${clockOf(session.recoveredAt.value)} was found in this browser and is shown here.`}>
          <button onClick={() => session.discard()}>Go back to what is saved</button>
        </Notice>
      )}
      {following.isGone.value && session.next.value === null && (
        <Notice kind="warning" words="Somebody else has deleted this file. Your text is here; you decide what is to become of it.">
          <button onClick={() => session.compare()}>Decide now</button>
          <button onClick={save}>Download</button>
        </Notice>
      )}
      {following.isNextOvertaken.value ? (
        <Overtaken session={session} words={findNext(session.path) ? "Somebody else has saved another next version." : "Somebody else has published or discarded the next version."} />
      ) : (
        following.isOvertaken.value && session.next.value === null && <Overtaken session={session} words="Somebody else has saved a newer version." />
      )}
      {session.next.value && !following.isNextOvertaken.value && <NextVersion session={session} />}
    </div>
  );
}

/** The next version is open, and readers see another one. */
function NextVersion({ session }: { session: EditSession }) {
  const known = findNext(session.path);
  const isThere = session.live.value !== null && !session.following.isGone.value;
  const by = known?.by ? ` by ${known.by}` : "";
  return (
    <Notice kind={isOutdated(session) ? "warning" : undefined} words={`This is the next version${by}${known ? `, of ${momentOf(known.modified_at)}` : ""}. ${whatReadersSee(session, isThere)}`}>
      {isThere && <button onClick={() => showChanges(session)}>Compare</button>}
    </Notice>
  );
}

function whatReadersSee(session: EditSession, isThere: boolean): string {
  const base = session.next.value!.base;
  if (!isThere) {
    return base === "" ? "It was never published." : "The live file is not there any more: it was deleted or renamed. Publishing asks what is to become of this text.";
  }

  if (!isOutdated(session)) {
    return "Readers see the live one.";
  }

  return base === null
    ? "Readers see the live one. It was put here without the desk, so publishing shows you both first."
    : "The live text was changed after this was begun: publishing shows you both first.";
}

const isOutdated = (session: EditSession): boolean => session.isOutdated.value || session.following.isOvertaken.value;

function Overtaken({ session, words }: { session: EditSession; words: string }) {
  return (
    <Notice kind="warning" words={words}>
      {session.isChanged.value ? <button onClick={() => session.compare()}>Compare</button> : <button onClick={() => session.open()}>Show it</button>}
    </Notice>
  );
}

function Notice({ kind, words, children }: { kind?: "warning" | "error"; words: string; children?: ComponentChildren }) {
  return (
    <p class={`notice ${kind ?? ""}`}>
      <span>{words}</span>
      {children}
    </p>
  );
}
