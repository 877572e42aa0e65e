// Next versions: what is to take the place of a live file, and until then is for editors alone.
import { signal } from "@preact/signals";
import { getJson, postJson, send } from "./http";
import type { Edited, Problem } from "./files";

export interface NextSummary {
  path: string;
  etag: string;
  modified_at: string;
  by: string | null;
}

export interface NextText {
  text: string;
  etag: string;
  /** The live version that it was made from: empty for a new file, null where nobody knows. */
  base: string | null;
}

export interface NextWritten {
  etag: string;
  base: string | null;
  problems: Problem[];
}

export interface TextChange {
  kind: "same" | "removed" | "added";
  text: string;
}

/** All that there are, by the path of the file that each is to replace; null until they are known. */
export const nexts = signal<Map<string, NextSummary> | null>(null);

export const findNext = (path: string): NextSummary | undefined => nexts.value?.get(path);

/** Asks for the list now. The log tells of no next version, so it is asked for now and then, too. */
export async function refreshNexts(): Promise<void> {
  const { files } = await getJson<{ files: NextSummary[] }>("/api/editor/next");
  nexts.value = new Map(files.map((one) => [one.path, one]));
}

const addressOf = (path: string) => `/api/editor/next?path=${encodeURIComponent(path)}`;

export async function readNext(path: string): Promise<NextText | null> {
  const response = await send("GET", addressOf(path), { also: [404] });
  if (response.status === 404) {
    return null;
  }

  const { next, base } = await response.json();
  return { text: next.markdown, etag: next.etag, base };
}

/** Writes over the next version `etag`, null: there is none yet. Without `base` it stays made from what it was made from. */
export async function writeNext(path: string, text: string, etag: string | null, base?: string): Promise<NextWritten> {
  const headers: Record<string, string> = etag === null ? { "If-None-Match": "*" } : { "If-Match": etag };
  const suffix = base === undefined ? "" : `&base=${encodeURIComponent(base)}`;
  return (await send("PUT", addressOf(path) + suffix, { headers, body: text })).json();
}

export async function deleteNext(path: string, etag: string): Promise<void> {
  await send("DELETE", addressOf(path), { headers: { "If-Match": etag } });
}

/** Puts it live over the version that it was made from, or over the one that somebody has seen; a 409 where another stands there. */
export const publishNext = (path: string, etag: string, over?: string): Promise<Edited> =>
  postJson("/api/editor/next/publish", { path, etag, over });

/** What is different from the live text, by words. */
export async function changesOf(path: string): Promise<TextChange[]> {
  return (await getJson<{ changes: TextChange[] }>(`/api/editor/next/diff?path=${encodeURIComponent(path)}`)).changes;
}
