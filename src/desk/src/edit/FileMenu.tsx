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
import { say } from "../words";
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
      <summary aria-label={say.menu.more}>⋯</summary>
      {/* Safari gives no focus to a button that is clicked; this takes it, so that the list does not close before the click. */}
      <div tabIndex={-1}>
        {post?.online && post.url && (
          <a href={post.url} target="_blank" rel="noopener" onClick={close}>
            {say.menu.seeLive}
          </a>
        )}
        {session.isPost && item(say.menu.addPictures, () => pictures.current!.click())}
        {session.isPost && isSaved && item(say.menu.previewLink, () => share(session))}
        {session.next.value && session.live.value && item(say.menu.compare, () => showChanges(session))}
        {session.next.value && item(say.menu.discard, () => discard(session))}
        {session.isLive.value && canUnpublish(session, post) && item(say.menu.unpublish, () => takeBack(session))}
        {item(say.download, () => download(fileName(session.path), session.text.value))}
        {item(say.keys.title, showKeys)}
        {isSaved && may(roleFor(session.path)) && item(say.delete, () => erase(session))}
        {isSaved && !may(roleFor(session.path)) && <p class="hint">{whoseItIs(session)}</p>}
      </div>
      <input
        ref={pictures}
        type="file"
        hidden
        multiple
        accept="image/*,audio/*,video/*,application/pdf"
        aria-label={say.menu.pictures}
        onChange={(event) => (onPictures([...event.currentTarget.files!]), (event.currentTarget.value = ""))}
      />
    </details>
  );
}

const share = (session: EditSession): void =>
  openDialog({ title: say.menu.previewLink, body: <PreviewLink path={session.path} isNext={session.next.value !== null} isChanged={session.isChanged.value} /> });

const canUnpublish = (session: EditSession, post: Post | undefined): boolean =>
  may("editor") && (post?.state === "published" || post?.state === "scheduled") && isReadable(session.live.value!.text);

const whoseItIs = (session: EditSession): string =>
  session.isPost ? say.whose.editorOfPosts : say.whose.change[roleFor(session.path)];

const takeBack = (session: EditSession): Promise<void> =>
  withUndo(session, unpublish, say.menu.unpublished);

async function discard(session: EditSession): Promise<void> {
  await withUndo(session, discardNext, say.menu.discarded);
  if (session.saved.value === null) {
    go("#/");
  }
}

async function withUndo(session: EditSession, take: (from: EditSession) => Promise<BringBack>, words: string): Promise<void> {
  const said = (error: unknown) => session.fail(error);
  try {
    const bringBack = await take(session);
    toast(words, { words: say.undo, run: () => void bringBack().catch(said) });
  } catch (error) {
    said(error);
  }
}

async function erase(session: EditSession): Promise<void> {
  try {
    const bringBack = await remove(session);
    go("#/");
    toast(say.menu.deleted(fileName(session.path)), { words: say.undo, run: () => undo(session.path, bringBack) });
  } catch (error) {
    session.fail(error);
  }
}

async function undo(path: string, bringBack: BringBack): Promise<void> {
  try {
    await bringBack();
    go(editAddress(path));
  } catch (error) {
    toast(say.menu.stillDeleted(fileName(path), messageOf(error)), { words: say.tryAgain, run: () => undo(path, bringBack) });
  }
}
