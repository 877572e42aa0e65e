// All posts, kept current: the change log is asked every few seconds, the list only when it moved.
import { signal } from "@preact/signals";
import { getJson, isTemporary, send } from "./http";
import { refreshNexts } from "./next";
import { key } from "./session";
import type { Post } from "./files";

const askEvery = 2000;

/** Drafts that came due change no file; this often the list is asked for without a change in the log. */
const askAnywayEvery = 30000;

/** No log tells of next versions: they are asked for as often as costs little. */
const askForNextsEvery = 3000;
const restAfterNexts = 20;

export const posts = signal<Post[] | null>(null);

/** False while the server does not answer. */
export const isReachable = signal(true);

let etag: string | null = null;
let cursor: string | null = null;
let askedAt = 0;
let askForNextsAt = 0;

export function startFollowing(): void {
  const follow = async () => {
    if (key.value !== null && !document.hidden) {
      await look();
    }

    setTimeout(follow, askEvery);
  };
  void follow();
}

/** Asks for the list now. */
export async function refreshPosts(): Promise<void> {
  const response = await send("GET", "/api/editor/posts", {
    headers: etag === null ? {} : { "If-None-Match": etag },
    also: [304],
  });
  askedAt = Date.now();
  if (response.status === 200) {
    etag = response.headers.get("ETag");
    posts.value = (await response.json()).posts;
  }
}

async function look(): Promise<void> {
  try {
    const moved = await hasLogMoved();
    if (moved || posts.value === null || Date.now() - askedAt > askAnywayEvery) {
      await refreshPosts();
    }

    if (moved || Date.now() > askForNextsAt) {
      const started = Date.now();
      await refreshNexts();
      askForNextsAt = Date.now() + Math.max(askForNextsEvery, restAfterNexts * (Date.now() - started));
    }

    isReachable.value = true;
  } catch (error) {
    isReachable.value = !isTemporary(error);
  }
}

async function hasLogMoved(): Promise<boolean> {
  const since = cursor === null ? "" : `?since=${encodeURIComponent(cursor)}`;
  const response = await send("GET", `/api/changes${since}`, { also: [404, 410] });
  const next: string | null = response.ok ? (await response.json()).next : null;
  const moved = next === null || next !== cursor;
  cursor = next;
  return moved;
}

export const findPost = (path: string): Post | undefined => posts.value?.find((post) => post.path === path);

export interface FileProblems {
  path: string;
  problems: import("./files").Problem[];
}

export const allProblems = async (): Promise<FileProblems[]> =>
  (await getJson<{ files: FileProblems[] }>("/api/editor/problems")).files;
