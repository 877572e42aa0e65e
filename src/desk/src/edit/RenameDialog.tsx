import { useState } from "preact/hooks";
import { deleteFile, writeFile, type Post } from "../api/files";
import { messageOf } from "../api/http";
import { findPost, refreshPosts } from "../api/posts";
import { closeDialog, openDialog } from "../parts/Dialog";
import { toast } from "../parts/Toasts";
import { editAddress, go } from "../router";
import { dropDraft } from "./drafts";
import { isReadable, readField, writeField } from "./frontMatter";
import type { EditSession } from "./session";

const addressKeys = ["slug", "permalink", "url", "path"];

export const askName = (session: EditSession): void => openDialog({ title: "Rename", body: <Name session={session} /> });

/** Another name makes another address, unless the head says one: the file keeps the post's id and its old address. */
function Name({ session }: { session: EditSession }) {
  const [path, setPath] = useState(session.path);
  const [failure, setFailure] = useState<string | null>(null);

  const rename = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      await move(session, path.trim());
      closeDialog();
      go(editAddress(path.trim()));
      toast("Renamed. It is the same post, and its old address leads to it.");
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  return (
    <form class="stack" onSubmit={rename}>
      <label>
        File
        <input type="text" required value={path} onInput={(event) => setPath(event.currentTarget.value)} />
        <span class="hint">Below posts/ or pages/. The text is saved under this name.</span>
      </label>
      {failure && <p role="alert">{failure}</p>}
      <button class="primary" disabled={path.trim() === session.path}>
        Rename
      </button>
    </form>
  );
}

/** The new file is written before the old one goes, so that nothing is lost in between. */
async function move(session: EditSession, to: string): Promise<void> {
  const post = findPost(session.path) ?? session.post.value;
  const text = post ? withHistory(session.text.value, post) : session.text.value;
  session.phase.value = "saving";
  try {
    await writeFile(to, text, null);
    await deleteFile(session.path, session.etag.value!);
  } finally {
    session.phase.value = "ready";
  }

  dropDraft(session.path);
  session.saved.value = session.text.value;
  await refreshPosts().catch(() => undefined);
}

function withHistory(text: string, post: Post): string {
  if (post.slug === null || readField(text, addressKeys) !== undefined) {
    return text;
  }

  if (!isReadable(text)) {
    throw new Error("The head of this file is no YAML that can be changed here. Give it a slug first.");
  }

  const known = readField(text, ["id"]) === undefined ? writeField(text, ["id"], post.id) : text;
  const before = readField(known, ["redirect_from"]);
  const aliases = Array.isArray(before) ? before.map(String) : before === undefined ? [] : [String(before)];
  return writeField(known, ["redirect_from"], [...aliases, `/${post.slug}/`]);
}
