// What takes something away, each with what brings it back.
import { batch } from "@preact/signals";
import { deleteFile, readFile, restoreFile, writeFile } from "../api/files";
import { ApiError } from "../api/http";
import { deleteNext, refreshNexts, writeNext } from "../api/next";
import { refreshPosts } from "../api/posts";
import { dropDraft, keepDraft } from "./drafts";
import { writeField } from "./frontMatter";
import { draft } from "./keptBack";
import type { EditSession } from "./session";

export type BringBack = () => Promise<void>;

/** Gives the next version up. */
export async function discardNext(session: EditSession): Promise<BringBack> {
  const { text, base, etag } = session.next.value!;
  const unsaved = session.text.value;
  try {
    await deleteNext(session.path, etag);
  } catch (error) {
    if (error instanceof ApiError && error.status === 412) {
      await session.compare();
    }

    throw error;
  }

  batch(() => {
    session.next.value = null;
    session.over.value = { live: session.live.value?.etag ?? null, next: null };
    session.text.value = session.live.value?.text ?? "";
    session.recoveredAt.value = null;
  });
  dropDraft(session.path);
  await refreshNexts();
  return async () => {
    session.takeNext({ text, ...(await writeNext(session.path, text, null, base ?? undefined)) });
    session.text.value = unsaved;
  };
}

/** Goes on with the text where its post has moved to: as the next version of what is live there. */
export async function goOnAt(session: EditSession, path: string): Promise<void> {
  const live = await readFile(path);
  await writeNext(path, session.text.value, null, live?.etag ?? "");
  await discardNext(session);
}

/** Takes a post from its readers. What is to take its place stays, made from what stands there then. */
export async function unpublish(session: EditSession): Promise<BringBack> {
  const before = session.live.value!;
  const next = session.next.value;
  const unsaved = session.text.value;
  const kept = writeField(before.text, draft, true);
  const hidden = await writeFile(session.path, kept, before.etag);
  session.take(hidden, kept);
  session.text.value = next ? unsaved : writeField(unsaved, draft, true);
  if (next) {
    session.takeNext({ ...next, ...(await writeNext(session.path, next.text, next.etag, hidden.etag!)) });
  }

  return async () => {
    const shown = await writeFile(session.path, before.text, session.live.value!.etag);
    const still = session.next.value;
    session.take(shown, before.text);
    session.text.value = unsaved;
    if (still) {
      session.takeNext({ ...still, ...(await writeNext(session.path, still.text, still.etag, shown.etag!)) });
    }
  };
}

/** Deletes the file with what was to take its place; what brings it back has the text that was not saved, too. */
export async function remove(session: EditSession): Promise<BringBack> {
  const { path } = session;
  const unsaved = session.isChanged.value ? session.text.value : null;
  const [live, next] = [session.live.value, session.next.value];
  session.phase.value = "saving";
  try {
    if (live) {
      await deleteFile(path, live.etag);
    }

    if (next) {
      await deleteNext(path, next.etag);
    }
  } catch (error) {
    session.phase.value = "ready";
    throw error;
  }

  dropDraft(path);
  session.text.value = session.saved.value ?? "";
  await Promise.all([refreshPosts(), refreshNexts()]);
  return async () => {
    const etag = live ? (await restoreFile(path, null, null)).etag : null;
    const again = next ? await writeNext(path, next.text, null, etag ?? "") : null;
    if (unsaved !== null) {
      keepDraft(path, unsaved, { live: etag, next: again?.etag ?? null });
    }

    await Promise.all([refreshPosts(), refreshNexts()]);
  };
}
