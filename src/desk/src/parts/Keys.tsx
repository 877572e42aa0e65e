import { useEffect } from "preact/hooks";
import { openDialog } from "./Dialog";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

const keys: [string, string][] = [
  ["Ctrl S", "Save, for editors only"],
  ["Ctrl B", "Bold"],
  ["Ctrl I", "Italic"],
  ["Ctrl K", "Link"],
  ["Ctrl Alt 2", "Heading"],
  ["Ctrl ⇧ 8, 7, 9", "List, numbered list, quotation"],
  ["Ctrl Alt P", "Picture"],
  ["Ctrl Alt F", "Footnote"],
  ["/", "On an empty line: a menu of all of these"],
  ["Alt 1 to 4", "Write, preview, details, history"],
  ["Ctrl F", "Search in the text"],
  ["Ctrl Z", "Undo"],
  ["F8", "The next problem"],
  ["Esc, Tab", "Leave the text"],
  ["/", "Search the posts, in the list"],
  ["?", "This list"],
];

/** A key of the editor as people read it. */
export const shownKey = (key: string): string =>
  key.replace("Mod-", isMac ? "⌘ " : "Ctrl ").replace("Alt-", "Alt ").replace("Shift-", "⇧ ").replace(/[a-z]$/, (letter) => letter.toUpperCase());

export const showKeys = (): void =>
  openDialog({
    title: "Keys",
    body: (
      <dl class="keys">
        {keys.map(([key, words]) => (
          <div key={key + words}>
            <dt>
              <kbd>{isMac ? key.replace("Ctrl ", "⌘ ") : key}</kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    ),
  });

/** Runs `work` at a key that is not meant for a field or a text. */
export function useKey(key: string, work: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target as Element;
      if (event.key === key && !event.ctrlKey && !event.metaKey && !target.closest("input, textarea, dialog, [contenteditable]")) {
        event.preventDefault();
        work();
      }
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
