import { useEffect, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { changesOf, type TextChange } from "../api/next";
import { openDialog } from "../parts/Dialog";
import { say } from "../words";
import type { EditSession } from "./session";

/** So much of what is the same stays on each side of a change. */
const around = 160;

export const showChanges = (session: EditSession): void =>
  openDialog({ title: say.compared.title, isWide: true, body: <Compared session={session} /> });

function Compared({ session }: { session: EditSession }) {
  return (
    <div class="stack">
      {session.isChanged.value && <p class="hint">{say.compared.unsaved}</p>}
      <Changes session={session} />
      <details>
        <summary>{say.compared.liveText}</summary>
        <pre class="live-text" tabIndex={0} aria-label={say.compared.liveText} dir="auto">{session.live.value?.text}</pre>
      </details>
    </div>
  );
}

/** What publishing the next version changes for readers, by words. */
export function Changes({ session }: { session: EditSession }) {
  const [changes, setChanges] = useState<TextChange[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    changesOf(session.path).then(setChanges, (error) => setFailure(messageOf(error)));
  }, [session.next.value?.etag]);

  if (failure !== null || changes === null) {
    return <p role="status">{failure ?? say.compared.comparing}</p>;
  }

  return changes.every(({ kind }) => kind === "same") ? (
    <p>{say.compared.same}</p>
  ) : (
    <div class="changes" role="group" aria-label={say.compared.changes} tabIndex={0} dir="auto">
      {changes.map(({ kind, text }, at) => {
        switch (kind) {
          case "added":
            return <ins key={at}>{text}</ins>;
          case "removed":
            return <del key={at}>{text}</del>;
          default:
            return <span key={at}>{shortened(text, at === 0, at === changes.length - 1)}</span>;
        }
      })}
    </div>
  );
}

/** The middle of what is the same is left out. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const [before, after] = [isFirst ? 0 : around, isLast ? 0 : around];
  return text.length <= before + after + around ? text : `${text.slice(0, before)} … ${after === 0 ? "" : text.slice(-after)}`;
}
