import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { previewLink, type PreviewLink as Link } from "../api/preview";
import { momentOf } from "../words";

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
      setOutcome("Copied.");
    } catch {
      // Browsers keep the clipboard from pages that did not come over https; the field is selected for the keys.
      setOutcome("This browser does not let the desk copy. The link is selected: copy it with your keys.");
    }
  };

  return (
    <div class="stack">
      {link && (
        <>
          <p>
            Whoever has this link sees the {isNext ? "next" : "saved"} version, until {momentOf(link.expires_at)} or until it is saved again.
            {isChanged && " What you changed since is not in it."}
          </p>
          <label>
            Link
            <input ref={field} readOnly value={link.html_url} onFocus={(event) => event.currentTarget.select()} />
          </label>
          <button class="primary" onClick={copy}>
            Copy
          </button>
        </>
      )}
      <p role="status">{outcome ?? (link ? "" : "Making a link …")}</p>
    </div>
  );
}
