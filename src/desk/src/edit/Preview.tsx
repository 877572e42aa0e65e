import { useEffect, useRef } from "preact/hooks";
import { say } from "../words";
import type { EditSession } from "./session";

/** The page as readers will get it, in the site's own design, in a frame in which nothing runs. */
export function Preview({ session }: { session: EditSession }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const page = session.rendering.page.value;
  const fill = () => {
    const shown = frame.current?.contentDocument;
    // Before it is loaded it has no body, and is filled then.
    if (shown?.body && page !== null) {
      show(shown, page);
    }
  };

  useEffect(fill, [page]);

  if (!session.isPost) {
    return <p class="empty">{say.edit.noPreview}</p>;
  }

  return (
    <>
      {page === null && session.rendering.problems.value.length > 0 && (
        <p class="empty">{say.edit.noPage}</p>
      )}
      <iframe
        ref={frame}
        title={say.edit.previewOf}
        sandbox="allow-same-origin"
        srcdoc={`<!doctype html><title>${say.panes.preview}</title>`}
        onLoad={() => (listen(frame.current!), fill())}
        hidden={page === null}
      />
    </>
  );
}

/** Takes over what differs: the style sheets stay where they are the same, and the place that was scrolled to. */
function show(shown: Document, html: string): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  page.querySelectorAll("script, noscript, base, meta[http-equiv], link:not([rel~=stylesheet])").forEach((one) => one.remove());
  replaceFrames(page);
  for (const { name } of [...shown.documentElement.attributes]) {
    shown.documentElement.removeAttribute(name);
  }

  for (const { name, value } of page.documentElement.attributes) {
    shown.documentElement.setAttribute(name, value);
  }

  if (shown.head.innerHTML !== page.head.innerHTML) {
    keepStyles(shown, page);
  }

  shown.body.replaceWith(shown.adoptNode(page.body));
}

/** A style sheet that is taken out and put in again leaves the page bare for a moment. */
function keepStyles(shown: Document, page: Document): void {
  const known = new Map([...shown.head.querySelectorAll("link")].map((link) => [link.getAttribute("href"), link]));
  const kept = [...page.head.childNodes].map((one) => {
    const old = one instanceof HTMLElement || one.nodeName === "LINK" ? known.get((one as Element).getAttribute("href")) : undefined;
    return old ?? shown.adoptNode(one);
  });
  for (const old of [...shown.head.childNodes]) {
    if (!kept.includes(old as ChildNode)) {
      old.remove();
    }
  }

  for (const one of kept) {
    if (one.parentNode !== shown.head) {
      shown.head.append(one);
    }
  }
}

/** Frames of other hosts stay out: a link stands for each. */
function replaceFrames(page: Document): void {
  for (const embed of page.querySelectorAll("iframe")) {
    const link = page.createElement("a");
    link.href = embed.src;
    link.textContent = `▶ ${embed.title || embed.src}`;
    link.className = "embed";
    embed.replaceWith(link);
  }
}

/** Links open beside the desk, not in its frame. */
function listen(frame: HTMLIFrameElement): void {
  const shown = frame.contentDocument!;
  shown.addEventListener("submit", (event) => event.preventDefault());
  shown.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (link && !link.getAttribute("href")?.startsWith("#")) {
      event.preventDefault();
      open(link.href, "_blank", "noopener");
    }
  });
}
