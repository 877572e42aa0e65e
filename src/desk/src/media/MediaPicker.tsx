import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { listMedia, type MediaFile } from "../api/media";
import { closeDialog, openDialog } from "../parts/Dialog";
import { MediaGrid } from "./MediaGrid";
import { storeChosen } from "./storing";

/** Has a file of the library chosen, or a new one stored; tells its path. */
export const pickMedia = (onPick: (path: string) => void): void =>
  openDialog({ title: "Choose a picture", isWide: true, body: <Picker onPick={onPick} /> });

function Picker({ onPick }: { onPick(path: string): void }) {
  const [files, setFiles] = useState<MediaFile[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const upload = useRef<HTMLInputElement>(null);

  useEffect(() => {
    listMedia().then(setFiles, (error) => setFailure(messageOf(error)));
  }, []);

  const pick = (path: string) => {
    closeDialog();
    onPick(path);
  };
  const store = async (file: File) => {
    setFailure(null);
    try {
      pick(await storeChosen(file));
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  return (
    <div class="stack">
      {failure && <p class="failure" role="alert">{failure}</p>}
      <p class="choices-row">
        <button class="primary" onClick={() => upload.current!.click()}>
          Upload a new one
        </button>
      </p>
      <input
        ref={upload}
        type="file"
        hidden
        aria-label="New picture"
        accept="image/*,audio/*,video/*,application/pdf"
        onChange={(event) => event.currentTarget.files![0] && void store(event.currentTarget.files![0])}
      />
      {files === null && !failure && <p class="empty" role="status">Loading …</p>}
      {files && <MediaGrid files={files} onChoose={({ path }) => pick(path)} />}
    </div>
  );
}
