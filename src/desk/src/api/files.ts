// The files API: what stands in the content container, and how it stood before.
import { postJson, send } from "./http";

export interface Problem {
  severity: string;
  code: string;
  file: string;
  line: number;
  column: number;
  message: string;
  mend: string;
}

export type State = "published" | "scheduled" | "draft" | "expired" | "waiting" | "broken" | "unpublished";

export interface Post {
  path: string;
  id: string;
  kind: "post" | "page";
  state: State;
  title: string;
  slug: string | null;
  url: string | null;
  date: string | null;
  updated: string | null;
  expires: string | null;
  tags: string[];
  errors: number;
  warnings: number;
  wanted_slug: string | null;
  online: boolean;
  /** Whether what readers see, or will, is the file as it stands. */
  current: boolean;
  etag: string;
}

export interface Edited {
  path: string;
  etag: string | null;
  post: Post | null;
  problems: Problem[];
}

export interface Version {
  id: string;
  at: string;
  size: number;
  is_current: boolean;
  /** Who wrote it, where that is known. */
  written: { by: string; at: string } | null;
}

export interface TextFile {
  text: string;
  etag: string;
}

const addressOf = (path: string) => `/api/editor/files?path=${encodeURIComponent(path)}`;

/** The file, or null where there is none. */
export async function readFile(path: string, version?: string): Promise<TextFile | null> {
  const suffix = version ? `&version=${encodeURIComponent(version)}` : "";
  const response = await send("GET", addressOf(path) + suffix, { also: [404] });
  return response.status === 404 ? null : { text: await response.text(), etag: response.headers.get("ETag")! };
}

/** Writes over the version `etag`; null: the file is new. Throws a 412 that names the newer version. */
export async function writeFile(path: string, content: string | Blob, etag: string | null): Promise<Edited> {
  const headers: Record<string, string> = etag === null ? { "If-None-Match": "*" } : { "If-Match": etag };
  return (await send("PUT", addressOf(path), { headers, body: content })).json();
}

export async function deleteFile(path: string, etag: string): Promise<void> {
  await send("DELETE", addressOf(path), { headers: { "If-Match": etag } });
}

export const restoreFile = (path: string, version: string | null, etag: string | null): Promise<Edited> =>
  postJson("/api/editor/files/restore", { path, version, etag });

/** What is kept of the file, the newest first; none where it was never there. */
export async function versionsOf(path: string): Promise<Version[]> {
  const response = await send("GET", `/api/editor/files/versions?path=${encodeURIComponent(path)}`, { also: [404] });
  return response.status === 404 ? [] : (await response.json()).versions;
}
