import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { refreshPosts } from "../api/posts";
import { PageTitle } from "../parts/PageTitle";
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
    document.title = "Upload – Desk";
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
      setRefusal(`The browser cannot read what was dropped: ${messageOf(error)}`);
    }
  };

  return (
    <main class="page">
      <div class="page-head">
        <PageTitle>Upload</PageTitle>
      </div>
      <div
        class={isOver ? "drop over" : "drop"}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p>Drop a folder or files here.</p>
        <p class="choices-row">
          <button onClick={() => folder.current!.click()}>Choose a folder</button>
          <button onClick={() => files.current!.click()}>Choose files</button>
        </p>
        <p class="hint">
          Folders named posts, pages, media and theme keep their places. Other texts become posts, other pictures media. At most 100 MB at once, 1 MB a text, 25 MB a picture or recording. Whoever has the address of a picture can see it, also while its post is a draft.
        </p>
        <label class="check">
          <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.currentTarget.checked)} />
          <span>Replace files that are there already</span>
        </label>
        <input ref={folder} type="file" hidden aria-label="Folder" {...{ webkitdirectory: true }} onChange={(event) => take(filesOfFolder(event.currentTarget.files!))} />
        <input ref={files} type="file" hidden multiple aria-label="Files" onChange={(event) => take(filesOfFolder(event.currentTarget.files!))} />
      </div>
      {refusal && <p class="notice error" role="alert">{refusal}</p>}
      {uploads.length > 0 && <Report uploads={uploads} onTryAgain={() => send(waitAgain(uploads))} />}
    </main>
  );
}
