import { signOut } from "../api/session";
import { draftPaths, dropDraft } from "../edit/drafts";
import { go } from "../router";
import { countOf } from "../words";
import { closeDialog, openDialog } from "./Dialog";

/** Signs out; whoever leaves unsaved text in this browser is asked what is to become of it. */
export function leave(): void {
  const unsaved = draftPaths();
  if (unsaved.length === 0) {
    signOut();
  } else {
    openDialog({ title: "Unsaved text", body: <Unsaved paths={unsaved} /> });
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
      <p>
        {countOf(paths.length, "file")} with text that is not saved {paths.length === 1 ? "is" : "are"} kept in this browser. Whoever uses it after you can read
        it.
      </p>
      <ul class="uses">
        {paths.slice(0, 5).map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
      <button class="primary" onClick={() => out(false)}>
        Sign out and keep it here
      </button>
      <button onClick={() => out(true)}>Sign out and throw it away</button>
      <button class="plain" onClick={closeDialog}>
        Stay
      </button>
    </div>
  );
}
