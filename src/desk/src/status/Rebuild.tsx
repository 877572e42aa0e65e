import { useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { closeDialog, openDialog } from "../parts/Dialog";
import { toast } from "../parts/Toasts";
import { startRebuild } from "./api";

export const askForRebuild = (onBegun: () => void): void =>
  openDialog({ title: "Render everything anew", body: <Rebuild onBegun={onBegun} /> });

function Rebuild({ onBegun }: { onBegun(): void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await startRebuild();
      closeDialog();
      onBegun();
      toast("It has begun. Readers notice nothing.");
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <form class="stack" onSubmit={begin}>
      <p>Every post is rendered again and put in its place; nothing is taken offline meanwhile.</p>
      <p class="failure" role="alert">
        {failure}
      </p>
      <button class="primary" autofocus>Begin</button>
    </form>
  );
}
