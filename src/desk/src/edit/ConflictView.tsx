import { may } from "../api/me";
import { Dialog } from "../parts/Dialog";
import { download, fileName } from "../parts/download";
import { say } from "../words";
import { keepMine, keepTheirs, type Conflict } from "./conflicts";
import { Difference } from "./Difference";
import type { EditSession } from "./session";

/** A second editor was faster: both texts, and either can be kept. Nothing has been overwritten. */
export function ConflictView({ session }: { session: EditSession }) {
  const conflict = session.conflict.value!;
  const { deed, text: theirs } = conflict;
  const mine = session.text.value;
  const name = fileName(session.path);
  const isPublishing = deed === "publish";
  const close = () => {
    session.conflict.value = null;
  };
  const body = (
    <div class="conflict">
      <p>{wordsOf(conflict)}</p>
      {theirs !== null && (
        <>
          <div class="sides" aria-hidden="true">
            <span>{say.conflict.theirs}</span>
            <span>{say.conflict.yours}</span>
          </div>
          <Difference old={theirs} oldLabel={say.conflict.theirText} now={mine} nowLabel={say.conflict.yourText} />
        </>
      )}
      <div class="choices-row">
        {(!isPublishing || may("editor")) && (
          <button class="primary" onClick={() => keepMine(session)}>
            {isPublishing ? say.conflict.publishMine : say.conflict.keepMine}
          </button>
        )}
        <button onClick={() => keepTheirs(session)}>{theirs === null ? say.conflict.letGo : say.conflict.keepTheirs}</button>
        <span class="spring" />
        <button onClick={() => download(`mine-${name}`, mine)}>{say.conflict.downloadMine}</button>
        {theirs !== null && <button onClick={() => download(`theirs-${name}`, theirs)}>{say.conflict.downloadTheirs}</button>}
        <button class="plain" onClick={close}>
          {say.conflict.goOn}
        </button>
      </div>
    </div>
  );
  return <Dialog title={say.conflict.title} isWide body={body} onClose={close} />;
}

function wordsOf({ deed, isNext, text }: Conflict): string {
  if (isNext) {
    return say.conflict.next;
  }

  if (text === null) {
    return deed === "publish" ? say.conflict.goneLive : say.conflict.gone;
  }

  return deed === "publish" ? say.conflict.newerLive : say.conflict.newer;
}
