// Somebody else was faster: what stands in storage now, and which of the two texts goes on.
import { batch } from "@preact/signals";
import { readFile, type TextFile } from "../api/files";
import { readNext, type NextText } from "../api/next";
import { toast } from "../parts/Toasts";
import { say } from "../words";
import { plain } from "./following";
import type { Deed, EditSession } from "./session";
import { discardNext } from "./undoing";

export interface Conflict {
  /** What came to nothing. */
  deed: Deed;
  /** Whether it is the next version that is another, and not the live one. */
  isNext: boolean;
  /** What the other editor wrote; null where the file was deleted. */
  text: string | null;
  live: TextFile | null;
  next: NextText | null;
}

/** Reads what stands there. A next version that nobody has seen comes before the live one. */
export async function findConflict(session: EditSession, deed: Deed): Promise<Conflict> {
  const [live, next] = await Promise.all([readFile(session.path), session.isPost ? readNext(session.path) : null]);
  const isNext = next !== null && plain(next.etag) !== plain(session.over.value.next ?? "");
  return { deed, isNext, text: isNext ? next.text : (live?.text ?? null), live, next };
}

/** Goes on with this text over the other editor's, which stays among the versions. */
export async function keepMine(session: EditSession): Promise<void> {
  const { deed, isNext, live, next } = session.conflict.value!;
  batch(() => {
    session.conflict.value = null;
    session.live.value = live;
    session.next.value = next;
    session.over.value = { live: live?.etag ?? null, next: next?.etag ?? null };
  });
  // Of the live version only what was shown is given up.
  await session.attempt(deed, isNext ? undefined : (live?.etag ?? ""));
}

/** Goes on with the other editor's text. A next version that was kept back by it is given up, and can be had back. */
export async function keepTheirs(session: EditSession): Promise<void> {
  const { deed, isNext, text, live, next } = session.conflict.value!;
  batch(() => {
    session.conflict.value = null;
    session.live.value = live;
    session.next.value = next;
    session.over.value = { live: live?.etag ?? null, next: next?.etag ?? null };
    session.text.value = isNext || next === null ? (text ?? "") : session.text.value;
  });
  if (deed === "publish" && !isNext && next !== null) {
    await discardNext(session).then(
      (bringBack) => toast(say.menu.discarded, { words: say.undo, run: () => void bringBack().catch((error) => session.fail(error)) }),
      (error) => session.fail(error),
    );
  }
}
