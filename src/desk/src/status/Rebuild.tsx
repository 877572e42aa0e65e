import { useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { closeDialog, openDialog } from "../parts/Dialog";
import { toast } from "../parts/Toasts";
import { say } from "../words";
import { startRebuild } from "./api";

export const askForRebuild = (onBegun: () => void): void =>
  openDialog({ title: say.status.renderAll, body: <Rebuild onBegun={onBegun} /> });

function Rebuild({ onBegun }: { onBegun(): void }) {
  const [failure, setFailure] = useState<string | null>(null);
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await startRebuild();
      closeDialog();
      onBegun();
      toast(say.status.begun);
    } catch (error) {
      setFailure(messageOf(error));
    }
  };
  return (
    <form class="stack" onSubmit={begin}>
      <p>{say.status.askRender}</p>
      <p class="failure" role="alert">
        {failure}
      </p>
      <button class="primary" autofocus>{say.status.begin}</button>
    </form>
  );
}
