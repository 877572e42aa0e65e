// What can be done with a text: one list for the buttons, the keys and the menu on "/".
import type { EditorView, KeyBinding } from "@codemirror/view";
import { say } from "../words";
import { bullets, footnote, heading, mark, numbers, quote, rule, table, wrap } from "./formatting";

export interface Wanted {
  /** Asks for a link, and puts it in. */
  link(view: EditorView): void;
  /** Asks for a picture, and puts it in. */
  picture(view: EditorView): void;
}

export interface Command {
  name: string;
  words: string;
  /** What its button shows, as the path of an SVG of 20 × 20; without one it has no button. */
  icon?: string;
  key?: string;
  run(view: EditorView): boolean;
  isInMenu?: boolean;
}

export const commandsFor = (wanted: Wanted): Command[] => [
  { name: "bold", words: say.commands.bold, key: "Mod-b", run: wrap("**"), icon: "M6 4h4.5a3 3 0 0 1 0 6H6zM6 10h5.5a3 3 0 0 1 0 6H6z" },
  { name: "italic", words: say.commands.italic, key: "Mod-i", run: wrap("*"), icon: "M8.5 4h5M6.5 16h5M11.5 4l-3 12" },
  { name: "heading", words: say.commands.heading, key: "Mod-Alt-2", run: mark(heading(2)), isInMenu: true, icon: "M5 4v12M15 4v12M5 10h10" },
  { name: "smaller", words: say.commands.smaller, key: "Mod-Alt-3", run: mark(heading(3)), isInMenu: true },
  { name: "list", words: say.commands.list, key: "Mod-Shift-8", run: mark(bullets), isInMenu: true, icon: "M8.5 5H17M8.5 10H17M8.5 15H17M4 5h.01M4 10h.01M4 15h.01" },
  { name: "numbers", words: say.commands.numbers, key: "Mod-Shift-7", run: mark(numbers), isInMenu: true, icon: "M9 5h8M9 10h8M9 15h8M3.2 4.2l1.4-.8V8M3 12.2c.4-1 2.4-.9 2.4.4 0 1-2.4 2-2.4 3.4h2.6" },
  { name: "quote", words: say.commands.quote, key: "Mod-Shift-9", run: mark(quote), isInMenu: true, icon: "M4 4v12M8.5 5.5H17M8.5 10H17M8.5 14.5H14" },
  { name: "link", words: say.commands.link, key: "Mod-k", run: asking(wanted.link), isInMenu: true, icon: "M8.5 11.5a3 3 0 0 0 4.2 0l2.8-2.8a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.8 2.8a3 3 0 0 0 4.2 4.2l1-1" },
  { name: "picture", words: say.commands.picture, key: "Mod-Alt-p", run: asking(wanted.picture), isInMenu: true, icon: "M3 4h14v12H3zM3 13.5l4-4 4 4 2-2 4 4M13 7.5h.01" },
  { name: "table", words: say.commands.table, run: table, isInMenu: true, icon: "M3 4h14v12H3zM3 8h14M3 12h14M10 4v12" },
  { name: "footnote", words: say.commands.footnote, key: "Mod-Alt-f", run: footnote, isInMenu: true, icon: "M3.5 16l4-11 4 11M5 12.5h5M14.2 4.2l1.5-.8V9" },
  { name: "rule", words: say.commands.rule, run: rule, isInMenu: true },
];

const asking = (ask: (view: EditorView) => void) => (view: EditorView) => {
  ask(view);
  return true;
};

export const keysOf = (commands: Command[]): KeyBinding[] =>
  commands.filter(({ key }) => key).map(({ key, run }) => ({ key: key!, run, preventDefault: true }));
