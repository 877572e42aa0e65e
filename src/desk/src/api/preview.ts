// The real renderer, asked about text that is not saved yet.
import { postJson } from "./http";
import type { Problem } from "./files";

export interface Rendering {
  page: string | null;
  post: { title?: string; slug?: string; reading_time?: number } | null;
  /** Whether the site takes the text for a draft. */
  draft: boolean;
  problems: Problem[];
}

export interface PreviewLink {
  html_url: string;
  expires_at: string;
}

export const render = (path: string, markdown: string, signal: AbortSignal): Promise<Rendering> =>
  postJson("/api/editor/preview", { path, markdown }, { signal });

/** To the file as it is saved, or to its next version. */
export const previewLink = (path: string, next: boolean): Promise<PreviewLink> => postJson("/api/editor/preview", { path, next });
