import { useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { closeDialog, openDialog } from "../parts/Dialog";
import { toast } from "../parts/Toasts";
import { startRebuild } from "./api";

export const askForRebuild = (onBegun: () => void): void =>
  openDialog({ title: "Render everything anew", body: <Rebuild onBegun={onBegun} /> });

/** The admin key is asked for each time and kept nowhere. */
function Rebuild({ onBegun }: { onBegun(): void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    const entered = new FormData(event.target as HTMLFormElement).get("key")!.toString().trim();
    try {
      await startRebuild(entered);
      closeDialog();
      onBegun();
      toast("It has begun. Readers notice nothing.");
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <form class="stack" onSubmit={begin}>
      <p>Every post is rendered again and put in its place; nothing is taken offline meanwhile. It needs the admin key.</p>
      <label>
        Admin key
        <input name="key" type="password" required autofocus autocomplete="off" />
      </label>
      <p class="failure" role="alert">
        {failure}
      </p>
      <button class="primary">Begin</button>
    </form>
  );
}
