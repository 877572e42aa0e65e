import { may } from "../api/me";
import { Dialog } from "../parts/Dialog";
import { download, fileName } from "../parts/download";
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
            <span>Theirs</span>
            <span>Yours</span>
          </div>
          <Difference old={theirs} oldLabel="Their text" now={mine} nowLabel="Your text" />
        </>
      )}
      <div class="choices-row">
        {(!isPublishing || may("editor")) && (
          <button class="primary" onClick={() => keepMine(session)}>
            {isPublishing ? "Publish mine" : "Keep mine"}
          </button>
        )}
        <button onClick={() => keepTheirs(session)}>{theirs === null ? "Let it go" : "Keep theirs"}</button>
        <span class="spring" />
        <button onClick={() => download(`mine-${name}`, mine)}>Download mine</button>
        {theirs !== null && <button onClick={() => download(`theirs-${name}`, theirs)}>Download theirs</button>}
        <button class="plain" onClick={close}>
          Go on writing
        </button>
      </div>
    </div>
  );
  return <Dialog title="Two versions" isWide body={body} onClose={close} />;
}

function wordsOf({ deed, isNext, text }: Conflict): string {
  if (isNext) {
    return "Somebody else has saved a next version meanwhile. Nothing was overwritten: theirs is saved, and yours is here. Whichever you keep, the other can be downloaded.";
  }

  if (text === null) {
    return deed === "publish"
      ? "The live file is not there any more: somebody else has deleted or renamed it. Nothing was published. Publishing yours puts it there again."
      : "Somebody else has deleted this file. Your text is not saved, and nothing of it is lost.";
  }

  return deed === "publish"
    ? "The live text is another than the one that yours was made from. Nothing was overwritten: readers see theirs, and yours is here. Whichever you keep, the other can be downloaded."
    : "Somebody else has saved a newer version. Nothing was overwritten: theirs is saved, and yours is here. Whichever you keep, the other can be downloaded.";
}
