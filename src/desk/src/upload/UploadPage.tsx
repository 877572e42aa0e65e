import { useEffect, useRef, useState } from "preact/hooks";
import { refreshPosts } from "../api/posts";
import { editAddress } from "../router";
import { countOf } from "../words";
import { filesOf, filesOfFolder, type Dropped } from "./dropped";
import { refusalOf, sendAll, uploadsOf, type Upload } from "./uploads";

/** Whole folders at once, with a word about each file. */
export function UploadPage() {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [replace, setReplace] = useState(false);
  const [isOver, setOver] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);

  useEffect(() => {
    document.title = "Upload – Desk";
  }, []);

  const take = async (dropped: Dropped[]) => {
    const refused = refusalOf(dropped);
    setRefusal(refused);
    if (refused === null) {
      const all = uploadsOf(dropped);
      setUploads(all);
      await sendAll(all, replace, () => setUploads([...all]));
      await refreshPosts().catch(() => undefined);
    }
  };

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    await take(await filesOf(event.dataTransfer!));
  };

  const done = uploads.filter((one) => one.outcome !== "waiting" && one.outcome !== "sending").length;
  return (
    <main class="page">
      <div class="page-head">
        <h1>Upload</h1>
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
          Folders named posts, pages, media and theme keep their places. Other texts become posts, other pictures media. At most 100 MB at once, 1 MiB a text, 25 MiB a picture or recording.
        </p>
        <label class="check">
          <input type="checkbox" checked={replace} onChange={(event) => setReplace(event.currentTarget.checked)} />
          <span>Replace files that are there already</span>
        </label>
        <input ref={folder} type="file" hidden aria-label="Folder" {...{ webkitdirectory: true }} onChange={(event) => take(filesOfFolder(event.currentTarget.files!))} />
        <input ref={files} type="file" hidden multiple aria-label="Files" onChange={(event) => take(filesOfFolder(event.currentTarget.files!))} />
      </div>
      {refusal && <p class="notice error" role="alert">{refusal}</p>}
      {uploads.length > 0 && (
        <>
          <p role="status">
            {done} of {countOf(uploads.length, "file")}
          </p>
          <progress aria-label="Upload" max={uploads.length} value={done} />
          <ul class="report" aria-label="What became of each file">
            {uploads.map((one) => (
              <li key={one.path} class={one.outcome}>
                <span class="row-path">{/\.md$/.test(one.path) && ["done", "mend", "same"].includes(one.outcome) ? <a href={editAddress(one.path)}>{one.path}</a> : one.path}</span>
                <span>{one.words}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
