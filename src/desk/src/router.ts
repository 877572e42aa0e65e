// Where the desk is, in the part of the address that never leaves the browser.
import { signal } from "@preact/signals";

export type Place =
  | { name: "posts"; filter?: string }
  | { name: "edit"; path: string }
  | { name: "media" }
  | { name: "upload" }
  | { name: "status" };

export const place = signal<Place>(parse(location.hash));

let moved = false;

window.addEventListener("hashchange", () => {
  moved = true;
  place.value = parse(location.hash);
});

/** Whether this is another page than the one that the browser opened. */
export const hasMoved = (): boolean => moved;

export const editAddress = (path: string): string => `#/edit/${path.split("/").map(encodeURIComponent).join("/")}`;

export const listAddress = (filter: string): string => `#/only/${filter}`;

export function go(address: string): void {
  location.hash = address;
}

function parse(hash: string): Place {
  const [, name = "", ...rest] = hash.split("/");
  switch (name) {
    case "edit":
      return { name: "edit", path: rest.map(decode).join("/") };
    case "media":
    case "upload":
    case "status":
      return { name };
    default:
      return { name: "posts", filter: name === "only" ? rest[0] : undefined };
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
