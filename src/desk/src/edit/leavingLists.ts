// What is written below a list or a quotation is a paragraph of its own. In Markdown a line right below an item belongs to it.
import { insertNewlineContinueMarkupCommand } from "@codemirror/lang-markdown";
import { syntaxTree } from "@codemirror/language";
import { EditorSelection, Prec, type EditorState, type Extension } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";

const emptyItem = /^[\s>]*([-*+]|\d{1,9}[.)])[ \t]*$/;

const goOn = insertNewlineContinueMarkupCommand({ nonTightLists: false });

/** An empty item ends the list, at Enter and at Backspace alike; what follows it stands behind a blank line. */
function leave(view: EditorView): boolean {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.head);
  if (!main.empty || main.head !== line.to || !emptyItem.test(line.text) || !goOn(view)) {
    return false;
  }

  const left = view.state.doc.lineAt(view.state.selection.main.head);
  if (left.text.trim() === "" && isRightBelow(view.state, left.from)) {
    view.dispatch({
      changes: { from: left.from, to: left.to, insert: view.state.lineBreak },
      selection: { anchor: left.from + 1 },
      userEvent: "input",
    });
  }

  return true;
}

/** Whether the blank line at `at` touches a list or a quotation. */
function isRightBelow(state: EditorState, at: number): boolean {
  const line = state.doc.lineAt(at);
  if (line.number === 1 || line.text.trim() !== "") {
    return false;
  }

  const above = state.doc.line(line.number - 1);
  if (above.text.trim() === "") {
    return false;
  }

  for (let node = syntaxTree(state).resolveInner(above.to, -1); ; node = node.parent) {
    if (node.name === "ListItem" || node.name === "Blockquote") {
      return true;
    }

    if (node.name === "FencedCode" || node.parent === null) {
      return false;
    }
  }
}

/** Signs that begin a block of their own, or go on with the one above. */
const begins = /^[-*+>#|~`\s]/;

const writeBelow = EditorView.inputHandler.of((view, from, to, text) => {
  if (from !== to || text === "" || begins.test(text) || !isRightBelow(view.state, from)) {
    return false;
  }

  const above = view.state.doc.lineAt(view.state.doc.lineAt(from).from - 1).text;
  if (/^\d/.test(text) && /^[\s>]*\d{1,9}[.)]/.test(above)) {
    return false;
  }

  view.dispatch({
    changes: { from: view.state.doc.lineAt(from).from, to, insert: view.state.lineBreak + text },
    selection: EditorSelection.cursor(view.state.doc.lineAt(from).from + 1 + text.length),
    userEvent: "input.type",
    scrollIntoView: true,
  });
  return true;
});

export const leavingLists: Extension = [
  writeBelow,
  Prec.highest(
    keymap.of([
      { key: "Enter", run: leave },
      { key: "Backspace", run: leave },
      { key: "Enter", run: goOn },
    ]),
  ),
];
