// The text editor: CodeMirror with Markdown, front matter, problems at their lines, and pictures pasted or dropped.
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { yaml, yamlFrontmatter } from "@codemirror/lang-yaml";
import { linter, lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { EditorState, type Extension, type Text } from "@codemirror/state";
import { drawSelection, EditorView, highlightSpecialChars, keymap, placeholder } from "@codemirror/view";
import type { Problem } from "../api/files";
import { appearance, nonce } from "./appearance";
import { formattingKeys } from "./formatting";

export interface Wishes {
  label: string;
  path: string;
  onChange(text: string): void;
  onFiles(files: File[], at: number): void;
}

export function createEditor(parent: HTMLElement, text: string, wishes: Wishes): EditorView {
  return new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: extensionsFor(wishes) }),
  });
}

/** Replaces the text where it differs, as one step that undo takes back. */
export function replaceText(view: EditorView, text: string): void {
  const now = view.state.doc.toString();
  if (now === text) {
    return;
  }

  let start = 0;
  while (start < now.length && now[start] === text[start]) {
    start++;
  }

  let rest = 0;
  while (rest < Math.min(now.length, text.length) - start && now[now.length - 1 - rest] === text[text.length - 1 - rest]) {
    rest++;
  }

  view.dispatch({
    changes: { from: start, to: now.length - rest, insert: text.slice(start, text.length - rest) },
    annotations: isolateHistory.of("full"),
  });
}

export function showProblems(view: EditorView, problems: Problem[]): void {
  view.dispatch(setDiagnostics(view.state, problems.map((problem) => diagnosticOf(problem, view.state.doc))));
}

export function goToLine(view: EditorView, line: number, column: number): void {
  const at = positionOf(view.state.doc, line, column);
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
  view.focus();
}

function extensionsFor(wishes: Wishes): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    history(),
    drawSelection(),
    highlightSpecialChars(),
    closeBrackets(),
    search({ top: true }),
    lintGutter(),
    // No source of its own: the server finds the problems. It brings the panel, the tooltips and the keys.
    linter(null),
    languageOf(wishes.path),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": wishes.label, tabindex: "0", spellcheck: "true", autocapitalize: "sentences" }),
    placeholder("Write in Markdown. Paste or drop a picture anywhere."),
    appearance,
    keymap.of([
      ...formattingKeys,
      ...closeBracketsKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    // Tab indents; Escape, then Tab, leaves the editor, so that nobody is caught in it.
    keymap.of([indentWithTab]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) {
        wishes.onChange(update.state.doc.toString());
      }
    }),
    EditorView.domEventHandlers({
      paste: (event, view) => take(event, event.clipboardData, view.state.selection.main.head, wishes),
      drop: (event, view) =>
        take(event, event.dataTransfer, view.posAtCoords({ x: event.clientX, y: event.clientY }) ?? 0, wishes),
    }),
  ];
}

function languageOf(path: string): Extension {
  if (/\.ya?ml$/.test(path)) {
    return yaml();
  }

  return /\.(md|markdown)$/i.test(path) ? yamlFrontmatter({ content: markdown({ base: markdownLanguage }) }) : [];
}

function take(event: Event, data: DataTransfer | null, at: number, wishes: Wishes): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length === 0) {
    return false;
  }

  event.preventDefault();
  wishes.onFiles(files, at);
  return true;
}

/** A problem underlines its line from its column on; an empty line is marked in the gutter. */
function diagnosticOf(problem: Problem, text: Text): Diagnostic {
  const from = positionOf(text, problem.line, problem.column);
  const line = text.lineAt(from);
  return {
    from: from === line.to ? line.from : from,
    to: line.to,
    severity: severityOf(problem),
    message: `${problem.message} ${problem.mend}`,
  };
}

export function severityOf(problem: Problem): "error" | "warning" | "hint" {
  const severity = problem.severity.toLowerCase();
  return severity === "error" || severity === "warning" ? severity : "hint";
}

function positionOf(text: Text, line: number, column: number): number {
  const found = text.line(Math.min(Math.max(line, 1), text.lines));
  return Math.min(found.from + Math.max(column - 1, 0), found.to);
}
