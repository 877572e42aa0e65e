import type { ComponentChildren } from "preact";
import { may, roleFor } from "../api/me";
import { findNext } from "../api/next";
import { download, fileName } from "../parts/download";
import { editAddress, go } from "../router";
import { clockOf, momentOf, personOf, say } from "../words";
import { showChanges } from "./LiveChanges";
import type { EditSession } from "./session";
import { goOnAt } from "./undoing";

/** What came between the text and storage, and what can be done about it. */
export function Notices({ session }: { session: EditSession }) {
  const { following } = session;
  const save = () => download(fileName(session.path), session.text.value);
  return (
    <div class="notices" role="status">
      {session.phase.value === "offline" && (
        <Notice kind="warning" words={say.notices.offline(session.failure.value!)}>
          <button onClick={() => session.tryAgain()}>{say.tryNow}</button>
          <button onClick={save}>{say.download}</button>
        </Notice>
      )}
      {session.phase.value === "ready" && session.failure.value && (
        <Notice kind="error" words={session.failure.value}>
          <button onClick={() => (session.failure.value = null)}>{say.dismiss}</button>
        </Notice>
      )}
      {!session.isPost && !may(roleFor(session.path)) && <Notice words={say.whose.read[roleFor(session.path)]} />}
      {session.recoveredAt.value && session.isChanged.value && (
        <Notice words={say.notices.recovered(clockOf(session.recoveredAt.value))}>
          <button onClick={() => session.discard()}>{say.notices.backToSaved}</button>
        </Notice>
      )}
      {following.isGone.value && session.next.value === null && (
        <Notice kind="warning" words={say.notices.deleted}>
          <button onClick={() => session.compare()}>{say.notices.decide}</button>
          <button onClick={save}>{say.download}</button>
        </Notice>
      )}
      {following.isNextOvertaken.value ? (
        <Overtaken session={session} words={findNext(session.path) ? say.notices.anotherNext : say.notices.nextGone} />
      ) : (
        following.isOvertaken.value && session.next.value === null && <Overtaken session={session} words={say.notices.newer} />
      )}
      {session.next.value && !following.isNextOvertaken.value && <NextVersion session={session} />}
    </div>
  );
}

/** The next version is open, and readers see another one. */
function NextVersion({ session }: { session: EditSession }) {
  const known = findNext(session.path);
  const isThere = session.live.value !== null && !session.following.isGone.value;
  const movedTo = isThere || session.next.value!.base === "" ? undefined : session.following.movedTo.value;
  const goOn = (path: string) =>
    goOnAt(session, path).then(
      () => go(editAddress(path)),
      (error) => session.fail(error),
    );
  const moment = known && momentOf(known.modified_at);
  const whose = !moment ? say.notices.next : known.by ? say.notices.nextBy(personOf(known.by), moment) : say.notices.nextOf(moment);
  return (
    <Notice kind={isOutdated(session) ? "warning" : undefined} words={`${whose} ${movedTo ? say.notices.liveMoved(movedTo) : whatReadersSee(session, isThere)}`}>
      {isThere && <button onClick={() => showChanges(session)}>{say.notices.compare}</button>}
      {movedTo && <button onClick={() => go(editAddress(movedTo))}>{say.notices.openMoved}</button>}
      {movedTo && !findNext(movedTo) && <button onClick={() => goOn(movedTo)}>{say.notices.goOnThere}</button>}
    </Notice>
  );
}

function whatReadersSee(session: EditSession, isThere: boolean): string {
  const base = session.next.value!.base;
  if (!isThere) {
    return base === "" ? say.notices.neverPublished : say.notices.liveGone;
  }

  if (!isOutdated(session)) {
    return say.notices.liveSeen;
  }

  return base === null ? say.notices.withoutDesk : say.notices.liveChanged;
}

const isOutdated = (session: EditSession): boolean => session.isOutdated.value || session.following.isOvertaken.value;

function Overtaken({ session, words }: { session: EditSession; words: string }) {
  return (
    <Notice kind="warning" words={words}>
      {session.isChanged.value ? <button onClick={() => session.compare()}>{say.notices.compare}</button> : <button onClick={() => session.open()}>{say.notices.show}</button>}
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
