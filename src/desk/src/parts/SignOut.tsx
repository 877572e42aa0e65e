import { signOut } from "../api/session";
import { draftPaths, dropDraft } from "../edit/drafts";
import { go } from "../router";
import { say } from "../words";
import { closeDialog, openDialog } from "./Dialog";

/** Signs out; whoever leaves unsaved text in this browser is asked what is to become of it. */
export function leave(): void {
  const unsaved = draftPaths();
  if (unsaved.length === 0) {
    signOut();
  } else {
    openDialog({ title: say.signOut.title, body: <Unsaved paths={unsaved} /> });
  }
}

function Unsaved({ paths }: { paths: string[] }) {
  const out = (isDropped: boolean) => {
    closeDialog();
    if (isDropped) {
      paths.forEach(dropDraft);
    }

    signOut();
    go("#/");
  };
  return (
    <div class="stack">
      <p>{say.signOut.kept(paths.length)}</p>
      <ul class="uses">
        {paths.slice(0, 5).map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
      <button class="primary" onClick={() => out(false)}>
        {say.signOut.keep}
      </button>
      <button onClick={() => out(true)}>{say.signOut.drop}</button>
      <button class="plain" onClick={closeDialog}>
        {say.signOut.stay}
      </button>
    </div>
  );
}
