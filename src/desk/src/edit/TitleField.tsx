import { siteLanguage } from "../api/site";
import { say } from "../words";
import type { EditSession } from "./session";
import { hasTitleField, readTitle, writeTitle } from "./title";

/** The title above the text. Enter goes on into the text. */
export function TitleField({ session, onDone }: { session: EditSession; onDone(): void }) {
  const text = session.text.value;
  if (!session.isPost || !hasTitleField(text)) {
    return null;
  }

  return (
    <textarea
      class="title-field"
      rows={1}
      dir="auto"
      lang={siteLanguage.value}
      aria-label={say.edit.title}
      placeholder={session.rendering.title.value ?? say.edit.title}
      value={readTitle(text)}
      onInput={(event) => (session.text.value = writeTitle(session.text.value, event.currentTarget.value))}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.isComposing) {
          event.preventDefault();
          onDone();
        }
      }}
    />
  );
}
