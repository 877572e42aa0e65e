// Two texts beside each other, or, where there is no room, one in the other.
import { unifiedMergeView, MergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { say } from "../words";
import { appearance, nonce } from "./appearance";

const calm = { collapseUnchanged: { margin: 3, minSize: 6 } };

export interface Sides {
  old: string;
  oldLabel: string;
  now: string;
  nowLabel: string;
}

/** Shows both; returns what takes them away again. */
export function showDifference(parent: HTMLElement, { old, oldLabel, now, nowLabel }: Sides, isNarrow: boolean): () => void {
  if (isNarrow) {
    const view = new EditorView({
      parent,
      doc: now,
      extensions: [...reading(nowLabel), unifiedMergeView({ original: old, mergeControls: false, ...calm })],
    });
    return () => view.destroy();
  }

  const view = new MergeView({
    parent,
    a: { doc: old, extensions: reading(oldLabel) },
    b: { doc: now, extensions: reading(nowLabel) },
    ...calm,
  });
  return () => view.destroy();
}

const reading = (label: string): Extension[] => [
  EditorView.cspNonce.of(nonce),
  EditorState.phrases.of(say.editor),
  EditorState.readOnly.of(true),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
  appearance,
];
