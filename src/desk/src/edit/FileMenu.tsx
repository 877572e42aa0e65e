import { useRef } from "preact/hooks";
import { messageOf } from "../api/http";
import { findPost } from "../api/posts";
import { openDialog } from "../parts/Dialog";
import { download, fileName } from "../parts/download";
import { showKeys } from "../parts/Keys";
import { toast } from "../parts/Toasts";
import { editAddress, go } from "../router";
import type { Post } from "../api/files";
import { may, roleFor } from "../api/me";
import { isReadable } from "./frontMatter";
import { showChanges } from "./LiveChanges";
import { PreviewLink } from "./PreviewLink";
import type { EditSession } from "./session";
import { discardNext, remove, unpublish, type BringBack } from "./undoing";

/** What else can be done with a file. Escape, or going elsewhere, closes the list. */
export function FileMenu({ session, onPictures }: { session: EditSession; onPictures(files: File[]): void }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const pictures = useRef<HTMLInputElement>(null);
  const post = session.post.value ?? findPost(session.path);
  const isSaved = session.saved.value !== null;
  const close = () => {
    menu.current!.open = false;
  };
  const item = (words: string, run: () => void) => (
    <button
      onClick={() => {
        // Back to where the menu was opened, so that a dialog gives the focus back to something that is still there.
        menu.current!.querySelector("summary")!.focus();
        close();
        run();
      }}
    >
      {words}
    </button>
  );
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={(event) => {
        if (event.key === "Escape" && menu.current!.open) {
          close();
          menu.current!.querySelector("summary")!.focus();
        }
      }}
      onFocusOut={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || (event.currentTarget.open = false)}
    >
      <summary aria-label="More">⋯</summary>
      {/* Safari gives no focus to a button that is clicked; this takes it, so that the list does not close before the click. */}
      <div tabIndex={-1}>
        {post?.online && post.url && (
          <a href={post.url} target="_blank" rel="noopener" onClick={close}>
            See it live
          </a>
        )}
        {session.isPost && item("Add pictures", () => pictures.current!.click())}
        {session.isPost && isSaved && item("Preview link", () => share(session))}
        {session.next.value && session.live.value && item("Compare with the live text", () => showChanges(session))}
        {session.next.value && item("Discard the next version", () => discard(session))}
        {session.isLive.value && canUnpublish(session, post) && item("Unpublish", () => takeBack(session))}
        {item("Download", () => download(fileName(session.path), session.text.value))}
        {item("Keys", showKeys)}
        {isSaved && may(roleFor(session.path)) && item("Delete", () => erase(session))}
        {isSaved && !may(roleFor(session.path)) && <p class="hint">{whoseItIs(session)}</p>}
      </div>
      <input
        ref={pictures}
        type="file"
        hidden
        multiple
        accept="image/*,audio/*,video/*,application/pdf"
        aria-label="Pictures"
        onChange={(event) => (onPictures([...event.currentTarget.files!]), (event.currentTarget.value = ""))}
      />
    </details>
  );
}

const share = (session: EditSession): void =>
  openDialog({ title: "Preview link", body: <PreviewLink path={session.path} isNext={session.next.value !== null} isChanged={session.isChanged.value} /> });

const canUnpublish = (session: EditSession, post: Post | undefined): boolean =>
  may("editor") && (post?.state === "published" || post?.state === "scheduled") && isReadable(session.live.value!.text);

const whoseItIs = (session: EditSession): string =>
  session.isPost ? "An editor publishes, takes back and deletes." : `Changing and deleting it is for an ${roleFor(session.path)}.`;

const takeBack = (session: EditSession): Promise<void> =>
  withUndo(session, unpublish, "Only editors see it now. Its pictures can still be seen by whoever has their addresses.");

async function discard(session: EditSession): Promise<void> {
  await withUndo(session, discardNext, "The next version is discarded.");
  if (session.saved.value === null) {
    go("#/");
  }
}

async function withUndo(session: EditSession, take: (from: EditSession) => Promise<BringBack>, words: string): Promise<void> {
  const said = (error: unknown) => session.fail(error);
  try {
    const bringBack = await take(session);
    toast(words, { words: "Undo", run: () => void bringBack().catch(said) });
  } catch (error) {
    said(error);
  }
}

async function erase(session: EditSession): Promise<void> {
  try {
    const bringBack = await remove(session);
    go("#/");
    toast(`${fileName(session.path)} is deleted.`, { words: "Undo", run: () => undo(session.path, bringBack) });
  } catch (error) {
    session.fail(error);
  }
}

async function undo(path: string, bringBack: BringBack): Promise<void> {
  try {
    await bringBack();
    go(editAddress(path));
  } catch (error) {
    toast(`${fileName(path)} is still deleted: ${messageOf(error)}`, { words: "Try again", run: () => undo(path, bringBack) });
  }
}
