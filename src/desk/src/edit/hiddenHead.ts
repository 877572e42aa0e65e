// A clean page: the head of a post is left out of the text until somebody wants to see it. It stays part of the document, so
// that undo, the lines of problems and what is saved know one text.
import { EditorState, StateEffect, StateField, type Extension, type Range, type Text } from "@codemirror/state";
import { Decoration, EditorView, type DecorationSet } from "@codemirror/view";
import { bodyStart, isReadable } from "./frontMatter";

const place = "kap-desk-head";

/** Longer heads are nobody's. */
const maxHead = 100_000;

export const isHeadWanted = (): boolean => localStorage.getItem(place) === "shown";

const showing = StateEffect.define<boolean>();

interface Hidden {
  isWanted: boolean;
  /** Where the text begins that is shown; 0 where all of it is. */
  start: number;
  decorations: DecorationSet;
}

const hidden = StateField.define<Hidden>({
  create: (state) => of(state.doc, isHeadWanted()),
  update(value, transaction) {
    const effect = transaction.effects.find((one) => one.is(showing));
    const isWanted = effect ? (effect.value as boolean) : value.isWanted;
    return transaction.docChanged || effect ? of(transaction.newDoc, isWanted) : value;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) => value.decorations),
    EditorView.atomicRanges.of((view) => (view.state.field(field).start === 0 ? Decoration.none : view.state.field(field).decorations)),
  ],
});

function of(doc: Text, isWanted: boolean): Hidden {
  const start = isWanted ? 0 : startOf(doc);
  const head = start === 0 ? linesOfHead(doc) : [Decoration.replace({ block: true }).range(0, start - 1)];
  return { isWanted, start, decorations: Decoration.set(head) };
}

/** Shown, it looks like what it is: no prose. */
function linesOfHead(doc: Text): Range<Decoration>[] {
  const last = doc.lineAt(bodyStart(doc.sliceString(0, maxHead))).number;
  return Array.from({ length: last - 1 }, (_, at) => headLine.range(doc.line(at + 1).from));
}

const headLine = Decoration.line({ class: "cm-head" });

/** A head that cannot be read is shown: whoever broke it is to mend it. */
function startOf(doc: Text): number {
  const text = doc.sliceString(0, maxHead);
  const start = isReadable(text) ? bodyStart(text) : 0;
  return doc.lineAt(start).from === start ? start : 0;
}

// Neither the selection nor a key reaches what is not shown; forms and undo do.
const guard = EditorState.transactionFilter.of((transaction) => {
  const { start } = transaction.startState.field(hidden);
  const isTyped = ["input", "delete", "move", "select"].some((event) => transaction.isUserEvent(event));
  if (start === 0 || !isTyped || transaction.isUserEvent("input.replace")) {
    return transaction;
  }

  let touches = false;
  transaction.changes.iterChangedRanges((from) => (touches ||= from < start));
  if (touches) {
    return [];
  }

  const { main } = transaction.newSelection;
  const first = transaction.changes.mapPos(start, -1);
  return main.from >= first
    ? transaction
    : [transaction, { selection: { anchor: Math.max(main.anchor, first), head: Math.max(main.head, first) }, sequential: true }];
});

export const hiddenHead: Extension = [hidden, guard];

/** Where the shown text begins. */
export const shownFrom = (state: EditorState): number => state.field(hidden, false)?.start ?? 0;

export function showHead(view: EditorView, isShown: boolean): void {
  localStorage.setItem(place, isShown ? "shown" : "hidden");
  revealHead(view, isShown);
}

/** For now, whatever is wanted otherwise. */
export function revealHead(view: EditorView, isShown: boolean): void {
  view.dispatch({ effects: showing.of(isShown) });
  const start = shownFrom(view.state);
  if (view.state.selection.main.from < start) {
    view.dispatch({ selection: { anchor: start } });
  }
}
