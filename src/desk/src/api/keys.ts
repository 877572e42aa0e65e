// Whose keys open the desk; what a key is, is told once and kept nowhere.
import { getJson, postJson, send } from "./http";
import type { Role } from "./me";

export interface EditorKey {
  name: string;
  role: Role;
  /** A day; null for one that was never used. */
  last_used: string | null;
}

export async function listKeys(): Promise<EditorKey[]> {
  return (await getJson<{ keys: EditorKey[] }>("/api/editor/keys")).keys;
}

/** The key itself. */
export async function addKey(name: string, role: Role): Promise<string> {
  return (await postJson<{ key: string }>("/api/editor/keys", { name, role })).key;
}

export async function revokeKey(name: string): Promise<void> {
  await send("DELETE", `/api/editor/keys?name=${encodeURIComponent(name)}`);
}
