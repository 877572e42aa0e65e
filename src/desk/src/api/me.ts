// Who is at the desk, and what their role covers. The server decides; the desk says so before somebody has tried.
import { signal } from "@preact/signals";
import { getJson } from "./http";

export type Role = "author" | "editor" | "owner";

const order: Role[] = ["author", "editor", "owner"];

/** Null until it is known. */
export const me = signal<{ name: string; role: Role } | null>(null);

export async function learnMe(): Promise<void> {
  me.value = await getJson<{ name: string; role: Role }>("/api/editor/me");
}

/** Until it is known, nothing is kept from anybody: the server refuses what it must. */
export const may = (least: Role): boolean => me.value === null || order.indexOf(me.value.role) >= order.indexOf(least);

/** The least role that changes the file as readers, or the site, have it. */
export const roleFor = (path: string): "editor" | "owner" => (/^(site\.ya?ml$|theme\/)/i.test(path) ? "owner" : "editor");
