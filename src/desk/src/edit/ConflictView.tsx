import { Dialog } from "../parts/Dialog";
import { download, fileName } from "../parts/download";
import { Difference } from "./Difference";
import type { EditSession } from "./session";

/** A second editor was faster: both texts, and either can be kept. Nothing has been overwritten. */
export function ConflictView({ session }: { session: EditSession }) {
  const { text: theirs } = session.conflict.value!;
  const mine = session.text.value;
  const name = fileName(session.path);
  const close = () => {
    session.conflict.value = null;
  };
  const body = (
    <div class="conflict">
      <p>
        {theirs === null
          ? "Somebody else has deleted this file. Your text is not saved, and nothing of it is lost."
          : "Somebody else has saved a newer version. Nothing was overwritten: theirs is online, and yours is here. Whichever you keep, the other can be downloaded."}
      </p>
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
        <button class="primary" onClick={() => session.keepMine()}>
          Keep mine
        </button>
        <button onClick={() => session.keepTheirs()}>{theirs === null ? "Let it go" : "Keep theirs"}</button>
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
