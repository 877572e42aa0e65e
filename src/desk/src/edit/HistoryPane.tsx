import { useEffect, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { readFile, versionsOf, type Version } from "../api/files";
import { toast } from "../parts/Toasts";
import { momentOf, sizeOf } from "../words";
import { Difference } from "./Difference";
import type { EditSession } from "./session";

/** Every version that is kept, what changed since, and the way back to it. */
export function HistoryPane({ session }: { session: EditSession }) {
  const [versions, setVersions] = useState<Version[] | null>(null);
  const [chosen, setChosen] = useState<{ version: Version; text: string } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  useEffect(() => {
    setChosen(null);
    versionsOf(session.path).then(setVersions, (error) => setFailure(messageOf(error)));
  }, [session.etag.value]);

  const choose = async (version: Version) => {
    try {
      const file = await readFile(session.path, version.id);
      setChosen(file && { version, text: file.text });
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  const restore = async () => {
    try {
      const unsaved = await session.restore(chosen!.version.id, chosen!.text);
      toast(
        `The version of ${momentOf(chosen!.version.at)} is back.`,
        unsaved === null ? undefined : { words: "Show my unsaved text", run: () => (session.text.value = unsaved) },
      );
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  return (
    <div class="history">
      {failure && <p class="failure" role="alert">{failure}</p>}
      {versions?.length === 0 && <p class="empty">This file has not been saved yet.</p>}
      <ol aria-label="Versions">
        {versions?.map((version) => (
          <li key={version.id}>
            <button aria-pressed={chosen?.version.id === version.id} onClick={() => choose(version)}>
              <span>{momentOf(version.at)}</span>
              <span class="hint">{version.is_current ? "Now" : version.id === "deleted" ? "Before it was deleted" : sizeOf(version.size)}</span>
            </button>
          </li>
        ))}
      </ol>
      {chosen && (
        <>
          <div class="choices-row">
            <h2>{chosen.version.is_current ? "What you changed since" : "What going back changes"}</h2>
            <span class="spring" />
            {!chosen.version.is_current && (
              <button class="primary" onClick={restore}>
                Restore
              </button>
            )}
          </div>
          {chosen.version.is_current ? (
            <Difference isNarrow old={chosen.text} oldLabel="What is saved" now={session.text.value} nowLabel="What you changed since it was saved" />
          ) : (
            <Difference isNarrow old={session.text.value} oldLabel="Your text" now={chosen.text} nowLabel="What going back to that version changes" />
          )}
        </>
      )}
    </div>
  );
}
