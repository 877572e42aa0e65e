import { useEffect, useRef } from "preact/hooks";
import type { EditSession } from "./session";

const page = `<!doctype html><html lang="en"><head><meta name="color-scheme" content="light dark"><title>Preview</title>
<link rel="stylesheet" href="${document.body.dataset["articleStyle"]}"></head><body></body></html>`;

/** The article as the real renderer makes it, in a frame in which nothing runs. */
export function Preview({ session }: { session: EditSession }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const html = session.html.value;
  const title = session.title.value;
  const fill = () => {
    const body = frame.current?.contentDocument?.body;
    if (body && html !== null) {
      const article = contentOf(html);
      body.replaceChildren(...headingOf(title, article), ...article);
    }
  };

  useEffect(fill, [html, title]);

  if (!session.isPost) {
    return <p class="empty">Posts and pages have a preview; this file has none.</p>;
  }

  return (
    <>
      {html === null && session.problems.value.length > 0 && (
        <p class="empty">An error keeps this text from being shown. The list below the text says how to mend it.</p>
      )}
      <iframe ref={frame} title="Preview of the article" sandbox="allow-same-origin" srcdoc={page} onLoad={() => (listen(frame.current!), fill())} hidden={html === null} />
    </>
  );
}

/** The title, unless the text begins with it. */
function headingOf(title: string | null, article: Node[]): Node[] {
  const first = article.find((node) => node instanceof Element);
  if (title === null || (first?.nodeName === "H1" && first.textContent?.trim() === title)) {
    return [];
  }

  const heading = document.createElement("h1");
  heading.textContent = title;
  heading.dir = "auto";
  return [heading];
}

/** Frames of other hosts stay out: a link stands for each. */
function contentOf(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  for (const embed of parsed.querySelectorAll("iframe")) {
    const link = parsed.createElement("a");
    link.href = embed.src;
    link.textContent = `▶ ${embed.title || embed.src}`;
    link.className = "embed";
    embed.replaceWith(link);
  }

  return [...parsed.body.childNodes];
}

/** Links open beside the desk, not in its frame. */
function listen(frame: HTMLIFrameElement): void {
  frame.contentDocument!.addEventListener("click", (event) => {
    const link = (event.target as Element).closest("a");
    if (link && !link.getAttribute("href")?.startsWith("#")) {
      event.preventDefault();
      open(link.href, "_blank", "noopener");
    }
  });
}
