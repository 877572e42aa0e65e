import { useEffect } from "preact/hooks";
import { say } from "../words";
import { openDialog } from "./Dialog";

const control = /Mac|iPhone|iPad/.test(navigator.platform) ? "⌘ " : `${say.keys.ctrl} `;

const keys: [string, string][] = [
  ["Ctrl S", say.keys.save],
  ["Ctrl B", say.commands.bold],
  ["Ctrl I", say.commands.italic],
  ["Ctrl K", say.commands.link],
  ["Ctrl Alt 2", say.commands.heading],
  ["Ctrl ⇧ 8, 7, 9", say.keys.lists],
  ["Ctrl Alt P", say.commands.picture],
  ["Ctrl Alt F", say.commands.footnote],
  ["/", say.keys.menu],
  [say.keys.panesKey, say.keys.panes],
  ["Ctrl F", say.keys.search],
  ["Ctrl Z", say.keys.undo],
  ["F8", say.keys.nextProblem],
  ["Esc, Tab", say.keys.leave],
  ["/", say.keys.searchPosts],
  ["?", say.keys.thisList],
];

/** A key of the editor as people read it. */
export const shownKey = (key: string): string =>
  key.replace("Mod-", control).replace("Alt-", "Alt ").replace("Shift-", "⇧ ").replace(/[a-z]$/, (letter) => letter.toUpperCase());

export const showKeys = (): void =>
  openDialog({
    title: say.keys.title,
    body: (
      <dl class="keys">
        {keys.map(([key, words]) => (
          <div key={key + words}>
            <dt>
              <kbd>{key.replace("Ctrl ", control)}</kbd>
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
