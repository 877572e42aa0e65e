import { download, fileName } from "../parts/download";
import { clockOf } from "../words";
import type { EditSession } from "./session";

/** What came between the text and storage, and what can be done about it. */
export function Notices({ session }: { session: EditSession }) {
  return (
    <div class="notices" role="status">
      {session.phase.value === "offline" && (
        <p class="notice warning">
          <span>Not saved: {session.failure.value} Your text is kept in this browser, and saving is tried again every few seconds.</span>
          <button onClick={() => session.save()}>Try now</button>
          <button onClick={() => download(fileName(session.path), session.text.value)}>Download</button>
        </p>
      )}
      {session.phase.value === "ready" && session.failure.value && (
        <p class="notice error">
          <span>{session.failure.value}</span>
          <button onClick={() => (session.failure.value = null)}>Dismiss</button>
        </p>
      )}
      {session.recoveredAt.value && session.isChanged.value && (
        <p class="notice">
          <span>Unsaved text of {clockOf(session.recoveredAt.value)} was found in this browser and is shown here.</span>
          <button onClick={() => session.discard()}>Go back to what is saved</button>
        </p>
      )}
      {session.isGone.value && (
        <p class="notice warning">
          <span>Somebody else has deleted this file. Your text is here; saving asks what is to become of it.</span>
          <button onClick={() => session.save()}>Decide now</button>
          <button onClick={() => download(fileName(session.path), session.text.value)}>Download</button>
        </p>
      )}
      {session.isOvertaken.value && (
        <p class="notice warning">
          <span>Somebody else has saved a newer version.</span>
          {session.isChanged.value ? (
            <button onClick={() => session.compare()}>Compare</button>
          ) : (
            <button onClick={() => session.open()}>Show it</button>
          )}
        </p>
      )}
    </div>
  );
}
