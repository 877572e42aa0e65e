import type { EditorView } from "@codemirror/view";
import { useRef, useState } from "preact/hooks";
import { shownKey } from "../parts/Keys";
import { say } from "../words";
import type { Command } from "./commands";

/** Buttons above the text: one stop for the Tab key, arrows between them. */
export function Toolbar({ commands, view }: { commands: Command[]; view(): EditorView | null }) {
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const shown = commands.filter(({ icon }) => icon);
  const move = (event: KeyboardEvent) => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: shown.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = (to + shown.length) % shown.length;
      setCurrent(next);
      bar.current!.querySelectorAll("button")[next]!.focus();
    }
  };
  const run = (command: Command) => {
    const editor = view();
    if (editor) {
      editor.focus();
      command.run(editor);
    }
  };
  return (
    <div class="toolbar" role="toolbar" aria-label={say.panes.text} ref={bar} onKeyDown={move}>
      {shown.map((command, at) => (
        <button
          key={command.name}
          class="tool"
          aria-label={command.words}
          title={command.key ? `${command.words} (${shownKey(command.key)})` : command.words}
          tabIndex={at === current ? 0 : -1}
          // The text keeps its focus and its selection.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (setCurrent(at), run(command))}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={command.icon} />
          </svg>
        </button>
      ))}
    </div>
  );
}
