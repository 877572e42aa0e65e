import { useMemo } from "preact/hooks";
import { say } from "../words";
import type { EditSession } from "./session";

/** Search engines show about this many characters of each. */
const maxTitle = 65;
const maxDescription = 160;

/** How the post looks in a list of results, and as a card where somebody shares it. */
export function SharePreviews({ session }: { session: EditSession }) {
  const page = session.rendering.page.value;
  const head = useMemo(() => (page === null ? null : headOf(page)), [page]);
  if (head === null) {
    return null;
  }

  return (
    <section class="shares" aria-label={say.details.elsewhere}>
      <h2>{say.details.inSearch}</h2>
      <div class="share-result">
        <span class="hint">{head.address}</span>
        <strong dir="auto">{cut(head.title, maxTitle)}</strong>
        <span dir="auto">{cut(head.description, maxDescription)}</span>
      </div>
      <h2>{say.details.whenShared}</h2>
      <div class="share-card">
        {head.picture ? <img src={head.picture} alt="" /> : <span class="share-none">{say.details.noPicture}</span>}
        <span class="hint">{head.host}</span>
        <strong dir="auto">{head.cardTitle}</strong>
        <span dir="auto">{cut(head.cardDescription, maxDescription)}</span>
      </div>
    </section>
  );
}

const cut = (text: string, length: number) => (text.length > length ? text.slice(0, length - 2).trimEnd() + " …" : text);

function headOf(html: string) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const meta = (name: string) => page.querySelector(`meta[name="${name}"], meta[property="${name}"]`)?.getAttribute("content") ?? "";
  const address = meta("og:url");
  const host = /^https?:\/\/([^/]+)/.exec(address)?.[1] ?? location.host;
  const picture = meta("og:image");
  return {
    title: page.title,
    description: meta("description"),
    address: address.replace(/^https?:\/\//, "").replace(/\/$/, "").replaceAll("/", " › "),
    host,
    cardTitle: meta("og:title") || page.title,
    cardDescription: meta("og:description") || meta("description"),
    // The site may be at another address than the desk that shows it.
    picture: picture.includes("/media/") ? picture.slice(picture.indexOf("/media/")) : picture,
  };
}
