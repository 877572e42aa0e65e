import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { previewLink, type PreviewLink as Link } from "../api/preview";
import { momentOf, say } from "../words";

/** An address for somebody who is to read before everybody can. */
export function PreviewLink({ path, isNext, isChanged }: { path: string; isNext: boolean; isChanged: boolean }) {
  const [link, setLink] = useState<Link | null>(null);
  const [outcome, setOutcome] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    previewLink(path, isNext).then(setLink, (error) => setOutcome(messageOf(error)));
  }, []);

  const copy = async () => {
    field.current!.select();
    try {
      await navigator.clipboard.writeText(link!.html_url);
      setOutcome(say.previewLink.copied);
    } catch {
      // Browsers keep the clipboard from pages that did not come over https; the field is selected for the keys.
      setOutcome(say.previewLink.notCopied);
    }
  };

  return (
    <div class="stack">
      {link && (
        <>
          <p>
            {(isNext ? say.previewLink.next : say.previewLink.saved)(momentOf(link.expires_at))}
            {isChanged && ` ${say.previewLink.unsaved}`}
          </p>
          <label>
            {say.previewLink.link}
            <input ref={field} readOnly value={link.html_url} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button class="primary" onClick={copy}>
            {say.previewLink.copy}
          </button>
        </>
      )}
      <p role="status">{outcome ?? (link ? "" : say.previewLink.making)}</p>
    </div>
  );
}
