import { useEffect, useRef, useState } from "preact/hooks";
import { deleteFile, restoreFile, writeFile } from "../api/files";
import { messageOf } from "../api/http";
import { may } from "../api/me";
import { addressOf, isPicture, listMedia, type MediaFile } from "../api/media";
import { closeDialog, openDialog } from "../parts/Dialog";
import { fileName } from "../parts/download";
import { PageTitle } from "../parts/PageTitle";
import { toast } from "../parts/Toasts";
import { editAddress } from "../router";
import { say } from "../words";
import { MediaGrid } from "./MediaGrid";
import { refusalOf, storeChosen } from "./storing";

/** Every picture, recording and document: where it is used, and how it is replaced or deleted. */
export function MediaPage() {
  const [files, setFiles] = useState<MediaFile[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const added = useRef<HTMLInputElement>(null);
  const replacing = useRef<{ input: HTMLInputElement | null; file: MediaFile | null }>({ input: null, file: null });
  const look = () => listMedia().then(setFiles, (error) => setFailure(messageOf(error)));

  useEffect(() => {
    document.title = `${say.pages.media} – ${say.desk}`;
    void look();
  }, []);

  const attempt = async (work: () => Promise<unknown>) => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(messageOf(error));
    }

    await look();
  };

  const add = (chosen: File[]) =>
    attempt(async () => {
      for (const file of chosen) {
        await storeChosen(file);
      }
    });

  const replace = (old: MediaFile, file: File) =>
    attempt(async () => {
      const refusal = refusalOf(file) ?? (isSameKind(old.path, file.name) ? null : say.media.anotherKind(fileName(old.path), file.name));
      if (refusal !== null) {
        throw new Error(refusal);
      }

      await writeFile(old.path, file, etagOf(old));
      toast(say.media.replaced(fileName(old.path)));
    });

  const remove = (file: MediaFile) =>
    attempt(async () => {
      await deleteFile(file.path, etagOf(file));
      toast(say.media.deleted(fileName(file.path)), { words: say.undo, run: () => void attempt(() => restoreFile(file.path, null, null)) });
    });

  const actions = (file: MediaFile) => (
    <span class="media-actions">
      <button onClick={() => showUses(file)} disabled={file.used_by.length === 0} aria-label={say.media.usesOf(fileName(file.path))}>
        {say.media.uses}
      </button>
      <button
        aria-label={say.media.replaceFile(fileName(file.path))}
        disabled={!may("editor")}
        onClick={() => {
          replacing.current.file = file;
          replacing.current.input!.click();
        }}
      >
        {say.media.replace}
      </button>
      <button aria-label={say.media.deleteFile(fileName(file.path))} disabled={!may("editor")} onClick={() => (file.used_by.length === 0 ? remove(file) : askFirst(file, () => remove(file)))}>
        {say.delete}
      </button>
    </span>
  );

  return (
    <main class="page">
      <div class="page-head">
        <PageTitle>{say.pages.media}</PageTitle>
        <button class="primary" onClick={() => added.current!.click()}>
          {say.media.add}
        </button>
      </div>
      <input ref={added} type="file" hidden multiple aria-label={say.media.newMedia} onChange={(event) => (void add([...event.currentTarget.files!]), (event.currentTarget.value = ""))} />
      <input
        ref={(input) => {
          replacing.current.input = input;
        }}
        type="file"
        hidden
        aria-label={say.media.replacement}
        onChange={(event) => {
          const [file] = event.currentTarget.files!;
          if (file && replacing.current.file) {
            void replace(replacing.current.file, file);
          }

          event.currentTarget.value = "";
        }}
      />
      {!may("editor") && <p class="hint">{say.media.forEditors}</p>}
      {failure && <p class="notice error" role="alert">{failure}</p>}
      {files === null && !failure && <p class="empty" role="status">{say.loading}</p>}
      {files && <MediaGrid files={files} actions={actions} />}
    </main>
  );
}

const showUses = (file: MediaFile): void => openDialog({ title: say.media.whereUsed(fileName(file.path)), body: <Uses file={file} /> });

function askFirst(file: MediaFile, onDelete: () => void): void {
  const go = () => {
    closeDialog();
    onDelete();
  };
  openDialog({
    title: say.media.askDelete(fileName(file.path)),
    body: (
      <div class="stack">
        <p>{say.media.gap(file.used_by.length)}</p>
        <Uses file={file} />
        <p class="choices-row">
          <button class="primary" onClick={go}>
            {say.media.deleteIt}
          </button>
          <button onClick={closeDialog}>{say.keepIt}</button>
        </p>
      </div>
    ),
  });
}

function Uses({ file }: { file: MediaFile }) {
  return (
    <>
      {isPicture(file.path) && <img class="thumb" src={addressOf(file.path)} alt="" />}
      <ul class="uses" aria-label={say.media.usedIn}>
        {file.used_by.map((path) => (
          <li key={path}>
            <a href={editAddress(path)} onClick={closeDialog}>{path}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

const isSameKind = (path: string, name: string) => endingOf(path) === endingOf(name);

const endingOf = (name: string) => name.slice(name.lastIndexOf(".")).toLowerCase().replace(".jpeg", ".jpg");

/** Listings name versions without their quotes. */
const etagOf = ({ e_tag: etag }: MediaFile) => (etag.startsWith('"') ? etag : `"${etag}"`);
