import { useEffect, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { readFile, versionsOf, type Version } from "../api/files";
import { toast } from "../parts/Toasts";
import { momentOf, personOf, say, sizeOf } from "../words";
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
  }, [session.live.value?.etag]);

  const choose = async (version: Version) => {
    try {
      const file = await readFile(session.path, version.id);
      setChosen(file && { version, text: file.text });
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  const restore = async () => {
    const isOnlyHere = session.isChanged.value || session.next.value !== null;
    const mine = session.text.value;
    session.text.value = chosen!.text;
    if (await session.save()) {
      const moment = momentOf(chosen!.version.at);
      toast(
        session.next.value ? say.history.backForEditors(moment) : say.history.back(moment),
        isOnlyHere ? { words: say.history.showMine, run: () => (session.text.value = mine) } : undefined,
      );
    }
  };

  return (
    <div class="history">
      {failure && <p class="failure" role="alert">{failure}</p>}
      {versions?.length === 0 && <p class="empty">{say.history.empty}</p>}
      <ol aria-label={say.history.versions}>
        {versions?.map((version) => (
          <li key={version.id}>
            <button aria-pressed={chosen?.version.id === version.id} onClick={() => choose(version)}>
              <span>
                {momentOf(version.at)}
                {version.written && <span class="by">{personOf(version.written.by)}</span>}
              </span>
              <span class="hint">{version.is_current ? (session.next.value ? say.history.live : say.history.now) : version.id === "deleted" ? say.history.deleted : sizeOf(version.size)}</span>
            </button>
          </li>
        ))}
      </ol>
      {chosen && (
        <>
          <div class="choices-row">
            <h2>{chosen.version.is_current ? (session.next.value ? say.history.nextChanges : say.history.youChanged) : say.history.goingBack}</h2>
            <span class="spring" />
            {!chosen.version.is_current && (
              <button class="primary" onClick={restore}>
                {say.history.restore}
              </button>
            )}
          </div>
          {chosen.version.is_current ? (
            <Difference isNarrow old={chosen.text} oldLabel={session.next.value ? say.compared.liveText : say.history.saved} now={session.text.value} nowLabel={session.next.value ? say.history.nextChanges : say.history.youChangedSinceSaved} />
          ) : (
            <Difference isNarrow old={session.text.value} oldLabel={say.conflict.yourText} now={chosen.text} nowLabel={say.history.goingBackTo} />
          )}
        </>
      )}
    </div>
  );
}
