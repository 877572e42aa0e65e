// Text that is not saved yet, kept in this browser so that neither a closed tab nor a dead battery loses it.

export interface Draft {
  text: string;
  /** The version of the file that it was written over; null for a new file. */
  etag: string | null;
  /** The next version that it was written over. */
  next?: string | null;
  at: number;
}

const prefix = "kap-desk-draft:";

export function findDraft(path: string): Draft | null {
  const kept = JSON.parse(localStorage.getItem(prefix + path) ?? "null") as Draft | null;
  return typeof kept?.text === "string" ? kept : null;
}

/** False where the browser has no room left. */
export function keepDraft(path: string, text: string, over: { live: string | null; next: string | null }): boolean {
  try {
    localStorage.setItem(prefix + path, JSON.stringify({ text, etag: over.live, next: over.next, at: Date.now() } satisfies Draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(path: string): void {
  localStorage.removeItem(prefix + path);
}

/** Paths with unsaved text. */
export function draftPaths(): string[] {
  return Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length));
}
