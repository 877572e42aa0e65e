import { useRef } from "preact/hooks";
import { messageOf } from "../api/http";
import { restoreFile } from "../api/files";
import { findPost, refreshPosts } from "../api/posts";
import { previewLink } from "../api/preview";
import { openDialog } from "../parts/Dialog";
import { download, fileName } from "../parts/download";
import { toast } from "../parts/Toasts";
import { editAddress, go } from "../router";
import { momentOf } from "../words";
import type { EditSession } from "./session";

/** What else can be done with a file. */
export function FileMenu({ session }: { session: EditSession }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const post = session.post.value ?? findPost(session.path);
  const isSaved = session.saved.value !== null;
  const item = (words: string, run: () => void) => (
    <button
      onClick={() => {
        menu.current!.open = false;
        run();
      }}
    >
      {words}
    </button>
  );
  return (
    <details class="menu" ref={menu}>
      <summary aria-label="More">⋯</summary>
      <div>
        {post?.online && post.url && (
          <a href={post.url} target="_blank" rel="noopener">
            See it live
          </a>
        )}
        {session.isPost && isSaved && item("Preview link", () => share(session))}
        {item("Download", () => download(fileName(session.path), session.text.value))}
        {item("Keys", showKeys)}
        {isSaved && item("Delete", () => remove(session))}
      </div>
    </details>
  );
}

async function share(session: EditSession): Promise<void> {
  try {
    const link = await previewLink(session.path);
    openDialog({
      title: "Preview link",
      body: (
        <div class="stack">
          <p>Whoever has this link sees the saved version, until {momentOf(link.expires_at)} or until it is saved again.</p>
          <label>
            Link
            <input readOnly value={link.html_url} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button class="primary" onClick={() => navigator.clipboard.writeText(link.html_url).then(() => toast("Copied."))}>
            Copy
          </button>
        </div>
      ),
    });
  } catch (error) {
    toast(messageOf(error));
  }
}

async function remove(session: EditSession): Promise<void> {
  try {
    await session.remove();
    go("#/");
    toast(`${fileName(session.path)} is deleted.`, {
      words: "Undo",
      run: async () => {
        try {
          await restoreFile(session.path, null, null);
          await refreshPosts();
          go(editAddress(session.path));
        } catch (error) {
          toast(messageOf(error));
        }
      },
    });
  } catch (error) {
    session.failure.value = messageOf(error);
  }
}

const keys: [string, string][] = [
  ["Ctrl S", "Save"],
  ["Ctrl B", "Bold"],
  ["Ctrl I", "Italic"],
  ["Ctrl K", "Link"],
  ["Ctrl F", "Search in the text"],
  ["Ctrl Z", "Undo"],
  ["Esc, Tab", "Leave the text"],
  ["/", "Search the posts, in the list"],
];

function showKeys(): void {
  openDialog({
    title: "Keys",
    body: (
      <dl class="keys">
        {keys.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    ),
  });
}
