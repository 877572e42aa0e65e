/** `media/a.png` as seen from `posts/2024/b.md`: `../../media/a.png`. */
export function relative(from: string, to: string): string {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) {
    shared++;
  }

  return "../".repeat(here.length - shared) + there.slice(shared).map(encoded).join("/");
}

/** `../../media/a.png` in `posts/2024/b.md`: `media/a.png`. Null where it leads elsewhere. */
export function resolve(from: string, link: string): string | null {
  if (link === "" || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(link)) {
    return null;
  }

  const base = `https://site/${link.startsWith("media/") ? "" : from.split("/").map(encodeURIComponent).join("/")}`;
  return decodeURIComponent(new URL(link, base).pathname.slice(1));
}

/** A blank or a bracket would end the link. */
const encoded = (part: string) => part.replace(/[\s()<>%#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`);
