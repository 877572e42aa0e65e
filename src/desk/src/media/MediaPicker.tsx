import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { listMedia, type MediaFile } from "../api/media";
import { closeDialog, openDialog } from "../parts/Dialog";
import { say } from "../words";
import { MediaGrid } from "./MediaGrid";
import { storeChosen } from "./storing";

/** Has a file of the library chosen, or a new one stored; tells its path. */
export const pickMedia = (onPick: (path: string) => void): void =>
  openDialog({ title: say.media.pick, isWide: true, body: <Picker onPick={onPick} /> });

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
          {say.media.uploadNew}
        </button>
      </p>
      <input
        ref={upload}
        type="file"
        hidden
        aria-label={say.media.newPicture}
        accept="image/*,audio/*,video/*,application/pdf"
        onChange={(event) => event.currentTarget.files![0] && void store(event.currentTarget.files![0])}
      />
      {files === null && !failure && <p class="empty" role="status">{say.loading}</p>}
      {files && <MediaGrid files={files} onChoose={({ path }) => pick(path)} />}
    </div>
  );
}
