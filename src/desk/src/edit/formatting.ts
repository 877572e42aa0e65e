// What a word processor has buttons and keys for, as changes of a Markdown text.
import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand } from "@codemirror/state";
import { say } from "../words";

/** Puts `mark` around the selection, or takes it away. */
export const wrap =
  (mark: string): StateCommand =>
  ({ state, dispatch }) => {
    const size = mark.length;
    const change = state.changeByRange(({ from, to }) => {
      const isWrapped = state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark;
      return isWrapped
        ? {
            changes: [
              { from: from - size, to: from },
              { from: to, to: to + size },
            ],
            range: EditorSelection.range(from - size, to - size),
          }
        : {
            changes: [
              { from, insert: mark },
              { from: to, insert: mark },
            ],
            range: EditorSelection.range(from + size, to + size),
          };
    });
    dispatch(state.update(change, { userEvent: "input", scrollIntoView: true }));
    return true;
  };

interface Mark {
  /** What a line of this kind begins with. */
  is: RegExp;
  of(number: number): string;
}

const anyMark = /^(#{1,6}|[-*+]|\d{1,9}[.)]|>)[ \t]+/;

export const heading = (level: number): Mark => ({ is: new RegExp(`^#{${level}}[ \\t]+`), of: () => "#".repeat(level) + " " });
export const bullets: Mark = { is: /^[-*+][ \t]+/, of: () => "- " };
export const numbers: Mark = { is: /^\d{1,9}[.)][ \t]+/, of: (number) => `${number}. ` };
export const quote: Mark = { is: /^>[ \t]?/, of: () => "> " };

/** Makes the selected lines of this kind, or plain lines where all of them are. */
export const mark =
  ({ is, of }: Mark): StateCommand =>
  ({ state, dispatch }) => {
    const lines = selectedLines(state);
    const written = lines.length === 1 ? lines : lines.filter(({ text }) => text.trim() !== "");
    const isTakenAway = written.every(({ text }) => is.test(text));
    let number = 0;
    const changes: ChangeSpec[] = written.map(({ from, text }) => {
      const old = (isTakenAway ? is : anyMark).exec(text)?.[0].length ?? 0;
      return { from, to: from + old, insert: isTakenAway ? "" : of(++number) };
    });
    // Of two insertions at one place the first stands first.
    const set = state.changes([...(isTakenAway ? [] : apartFrom(state, lines)), ...changes]);
    const { anchor, head } = state.selection.main;
    dispatch(
      state.update({
        changes: set,
        selection: { anchor: set.mapPos(anchor, 1), head: set.mapPos(head, 1) },
        userEvent: "input",
        scrollIntoView: true,
      }),
    );
    return true;
  };

function selectedLines(state: EditorState) {
  const { from, to } = state.selection.main;
  const [first, last] = [state.doc.lineAt(from).number, state.doc.lineAt(to).number];
  return Array.from({ length: last - first + 1 }, (_, at) => state.doc.line(first + at));
}

/** A block that touches the paragraph above it would be part of it. */
function apartFrom(state: EditorState, lines: { number: number; from: number }[]): ChangeSpec[] {
  const { number, from } = lines[0]!;
  const above = number > 1 ? state.doc.line(number - 1).text : "";
  return above.trim() === "" || anyMark.test(above) || above === "---" ? [] : [{ from, insert: state.lineBreak }];
}

/** Puts a block on lines of its own, with blank lines around it; the cursor goes `at` characters into it. */
export function insertBlock(state: EditorState, block: string, at = block.length, where = state.selection.main.to): ReturnType<EditorState["update"]> {
  const line = state.doc.lineAt(where);
  const isBlank = line.text.trim() === "";
  const from = isBlank ? line.from : line.to;
  const before = "\n".repeat(missingBefore(state, from, isBlank));
  const after = "\n".repeat(missingAfter(state, line.to));
  return state.update({
    changes: { from, to: line.to, insert: state.toText(before + block + after) },
    selection: { anchor: from + before.length + at },
    userEvent: "input",
    scrollIntoView: true,
  });
}

function missingBefore(state: EditorState, from: number, isBlank: boolean): number {
  const line = state.doc.lineAt(from);
  if (!isBlank) {
    return 2;
  }

  const above = line.number > 1 ? state.doc.line(line.number - 1).text.trim() : "";
  return above === "" || above === "---" ? 0 : 1;
}

function missingAfter(state: EditorState, to: number): number {
  const line = state.doc.lineAt(to);
  const below = line.number < state.doc.lines ? state.doc.line(line.number + 1).text.trim() : null;
  return below === null ? 0 : below === "" ? 0 : 1;
}

const tableHead = `| ${say.commands.heading} | ${say.commands.heading} |\n| --- | --- |\n`;

export const table: StateCommand = ({ state, dispatch }) => {
  dispatch(insertBlock(state, `${tableHead}|  |  |`, 2));
  return true;
};

export const rule: StateCommand = ({ state, dispatch }) => {
  dispatch(insertBlock(state, "---\n"));
  return true;
};

/** Marks the place, and begins the note at the end of the text. */
export const footnote: StateCommand = ({ state, dispatch }) => {
  const text = state.doc.toString();
  const used = new Set([...text.matchAll(/\[\^(\d+)\]/g)].map(([, number]) => Number(number)));
  let number = 1;
  while (used.has(number)) {
    number++;
  }

  const at = state.selection.main.to;
  const reference = `[^${number}]`;
  const end = text.endsWith("\n\n") || /\[\^[^\]]+\]:[^\n]*\n$/.test(text) ? "" : text.endsWith("\n") ? "\n" : "\n\n";
  const note = `${end}${reference}: \n`;
  dispatch(
    state.update({
      changes: [
        { from: at, insert: reference },
        { from: state.doc.length, insert: note },
      ],
      selection: { anchor: state.doc.length + reference.length + note.length - 1 },
      userEvent: "input",
      scrollIntoView: true,
    }),
  );
  return true;
};

/** A link in the place of the selection. */
export function insertLink(state: EditorState, words: string, address: string): ReturnType<EditorState["update"]> {
  const { from, to } = state.selection.main;
  const link = `[${words.replace(/[[\]\\]/g, "\\$&")}](${/[\s()<>]/.test(address) ? `<${address.replace(/[<>\n]/g, encodeURIComponent)}>` : address})`;
  return state.update({
    changes: { from, to, insert: link },
    selection: { anchor: from + link.length },
    userEvent: "input",
    scrollIntoView: true,
  });
}
