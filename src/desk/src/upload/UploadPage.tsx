import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { refreshPosts } from "../api/posts";
import { PageTitle } from "../parts/PageTitle";
import { say } from "../words";
import { filesOf, filesOfFolder, type Dropped } from "./dropped";
import { Report } from "./Report";
import { isUnderWay, refusalOf, sendAll, uploadsOf, waitAgain, type Upload } from "./uploads";

/** Whole folders at once, with a word about each file. */
export function UploadPage() {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [replace, setReplace] = useState(false);
  const [isOver, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const isSending = uploads.some(isUnderWay);

  useEffect(() => {
    document.title = `${say.pages.upload} – ${say.desk}`;
  }, []);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    if (isSending) {
      addEventListener("beforeunload", warn);
    }

    return () => removeEventListener("beforeunload", warn);
  }, [isSending]);

  const send = async (all: Upload[]) => {
    setUploads([...all]);
    await sendAll(all, replace, () => setUploads([...all]));
    // The list follows the log by itself, too; a network that is away now is told of at the top.
    await refreshPosts().catch(() => undefined);
  };

  const take = async (dropped: Dropped[]) => {
    const refused = refusalOf(dropped);
    setRefusal(refused);
    if (refused === null) {
      await send(uploadsOf(dropped));
    }
  };

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    try {
      await take(await filesOf(event.dataTransfer!));
    } catch (error) {
      setRefusal(say.upload.unreadable(messageOf(error)));
    }
  };

  return (
    <main class="page">
      <div class="page-head">
        <PageTitle>{say.pages.upload}</PageTitle>
      </div>
      <div
        class={isOver ? "drop over" : "drop"}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>{say.upload.drop}</p>
        <p class="choices-row">
          <button onClick={() => folder.current!.click()}>{say.upload.chooseFolder}</button>
          <button onClick={() => files.current!.click()}>{say.upload.chooseFiles}</button>
        </p>
        <p class="hint">{say.upload.rules}</p>
        <label class="check">
          <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.currentTarget.checked)} />
          <span>{say.upload.replace}</span>
        </label>
        <input ref={folder} type="file" hidden aria-label={say.upload.folder} {...{ webkitdirectory: true }} onChange={(event) => take(filesOfFolder(event.currentTarget.files!))} />
        <input ref={files} type="file" hidden multiple aria-label={say.upload.files} onChange={(event) => take(filesOfFolder(event.currentTarget.files!))} />
      </div>
      {refusal && <p class="notice error" role="alert">{refusal}</p>}
      {uploads.length > 0 && <Report uploads={uploads} onTryAgain={() => send(waitAgain(uploads))} />}
    </main>
  );
}
