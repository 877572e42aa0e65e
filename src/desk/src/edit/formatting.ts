// Keys for what a word processor has keys for.
import { EditorSelection, type StateCommand } from "@codemirror/state";
import type { KeyBinding } from "@codemirror/view";

/** Puts `mark` around the selection, or takes it away. */
const wrap =
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

/** Makes the selection a link and leaves the cursor where the address goes. */
const link: StateCommand = ({ state, dispatch }) => {
  const change = state.changeByRange(({ from, to }) => ({
    changes: [
      { from, insert: "[" },
      { from: to, insert: "]()" },
    ],
    range: EditorSelection.cursor(from === to ? from + 1 : to + 3),
  }));
  dispatch(state.update(change, { userEvent: "input", scrollIntoView: true }));
  return true;
};

export const formattingKeys: KeyBinding[] = [
  { key: "Mod-b", run: wrap("**"), preventDefault: true },
  { key: "Mod-i", run: wrap("*"), preventDefault: true },
  { key: "Mod-k", run: link, preventDefault: true },
];
