// HTML of a clipboard, made Markdown by the rules of imports.
import { send } from "./http";

/** In characters; the server counts bytes, and says so itself. */
export const maxHtml = 4 << 20;

export interface Converted {
  markdown: string;
  /** What has no place in a text. */
  lost: string[];
}

export async function toMarkdown(html: string): Promise<Converted> {
  const headers = { "Content-Type": "text/html;charset=utf-8" };
  return (await send("POST", "/api/editor/markdown", { headers, body: html })).json();
}
