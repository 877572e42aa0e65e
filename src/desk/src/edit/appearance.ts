// How CodeMirror looks: the desk's own colours, so that light and dark follow without a second theme.
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The page's policy lets only style sheets with this word in. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')!.content;

const theme = EditorView.theme({
  "&": { backgroundColor: "var(--paper)", color: "var(--ink)", fontSize: "0.9375rem", height: "100%" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.65", overflow: "auto" },
  ".cm-content": { padding: "1.25rem 0 40vh", caretColor: "var(--accent)", maxWidth: "46rem", margin: "0 auto" },
  ".cm-line": { padding: "0 1.25rem" },
  ".cm-cursor": { borderLeftColor: "var(--accent)", borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--selection) !important",
  },
  ".cm-gutters": { backgroundColor: "transparent", border: "none", color: "var(--quiet)" },
  ".cm-placeholder": { color: "var(--quiet)" },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    border: "1px solid var(--line)",
    borderRadius: "8px",
    boxShadow: "var(--shadow)",
    color: "var(--ink)",
    maxWidth: "28rem",
    overflow: "hidden",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--sans)", fontSize: "0.9375rem", maxHeight: "22rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.375rem 0.875rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--selection)", color: "var(--ink)" },
  ".cm-diagnostic": { padding: "0.5rem 0.75rem", fontFamily: "var(--sans)", borderLeftWidth: "3px" },
  ".cm-lintRange-error": { backgroundImage: "none", borderBottom: "2px solid var(--error)" },
  ".cm-lintRange-warning": { backgroundImage: "none", borderBottom: "2px solid var(--warning)" },
  ".cm-lintRange-hint": { backgroundImage: "none", borderBottom: "2px dotted var(--quiet)" },
  ".cm-panels": { backgroundColor: "var(--raised)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panel input, .cm-panel button": { fontFamily: "var(--sans)", fontSize: "0.875rem" },
  // Beside the cross that closes the panel.
  ".cm-panel .cm-textfield": { width: "calc(100% - 2rem)", maxWidth: "20rem", backgroundColor: "var(--paper)", borderColor: "var(--line)", color: "var(--ink)" },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--paper)", borderColor: "var(--line)", color: "var(--ink)" },
  ".cm-changedLine": { backgroundColor: "var(--changed) !important" },
  ".cm-changedText": { background: "var(--changed-text) !important" },
  "&.cm-merge-a .cm-changedLine": { backgroundColor: "var(--removed) !important" },
  "&.cm-merge-a .cm-changedText": { background: "var(--removed-text) !important" },
  ".cm-deletedChunk": { backgroundColor: "var(--removed) !important", paddingLeft: "1.25rem" },
  ".cm-deletedChunk .cm-deletedText": { background: "var(--removed-text) !important" },
  ".cm-collapsedLines": { background: "var(--raised) !important", color: "var(--soft) !important" },
});

/** Words are read in the letters of the page, code in its own. */
export const prose = EditorView.theme({
  "&": { fontSize: "1.0625rem" },
  ".cm-scroller": { fontFamily: "var(--sans)" },
  ".cm-content": { paddingTop: "0.75rem" },
  ".cm-line.cm-head": { fontFamily: "var(--mono)", fontSize: "0.875rem" },
});

const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700", color: "var(--ink)" },
  { tag: tags.heading1, fontSize: "1.5em" },
  { tag: tags.heading2, fontSize: "1.3em" },
  { tag: tags.heading3, fontSize: "1.125em" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--accent-text)" },
  { tag: [tags.monospace, tags.string], color: "var(--code)" },
  { tag: tags.monospace, fontFamily: "var(--mono)", fontSize: "0.9em" },
  { tag: tags.quote, color: "var(--soft)", fontStyle: "italic" },
  { tag: [tags.processingInstruction, tags.meta, tags.comment, tags.contentSeparator], color: "var(--quiet)" },
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent-text)" },
]);

export const appearance = [theme, syntaxHighlighting(colours)];
