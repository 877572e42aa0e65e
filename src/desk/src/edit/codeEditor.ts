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
import { siteLanguage } from "../api/site";
import { say } from "../words";
import { appearance, nonce, prose } from "./appearance";
import { keysOf, type Command } from "./commands";
import { hiddenHead, revealHead, shownFrom } from "./hiddenHead";
import { leavingLists } from "./leavingLists";
import { slashMenu } from "./slashMenu";

/** How long Escape may be ahead of the Tab that leaves the text, in milliseconds: CodeMirror's two seconds are short for slow hands. */
const leaveWithin = 60_000;

export interface Wishes {
  label: string;
  path: string;
  commands: Command[];
  onChange(text: string): void;
  onFiles(files: File[], isDropped: boolean): void;
  /** Whether what is pasted was taken over. */
  onPaste(data: DataTransfer): boolean;
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
  if (at < shownFrom(view.state)) {
    revealHead(view, true);
  }

  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: "center" }) });
  view.focus();
}

function extensionsFor(wishes: Wishes): Extension {
  return [
    EditorView.cspNonce.of(nonce),
    EditorState.phrases.of(say.editor),
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
    // What is read aloud and spelled is in the language of the site, whichever the desk speaks.
    isText(wishes.path) && siteLanguage.value ? EditorView.contentAttributes.of({ lang: siteLanguage.value }) : [],
    EditorView.contentAttributes.of({ "aria-label": wishes.label, tabindex: "0", spellcheck: "true", autocapitalize: "sentences" }),
    // What stands first has the last word on how it looks.
    isText(wishes.path) ? [prose, appearance] : appearance,
    ...(isText(wishes.path) ? [hiddenHead, leavingLists, slashMenu(wishes.commands), placeholder(say.edit.hint)] : []),
    keymap.of([
      ...(isText(wishes.path) ? keysOf(wishes.commands) : []),
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
    // Observed, not handled: for a moment after each typed sign a menu that is not there yet takes Escape for itself.
    EditorView.domEventObservers({
      keydown: (event, view) => {
        if (event.key === "Escape") {
          // After the editor's own handler, which sets its two seconds.
          queueMicrotask(() => view.setTabFocusMode(leaveWithin));
        }
      },
    }),
    EditorView.domEventHandlers({
      paste: (event) => takePaste(event, wishes),
      drop: (event, view) => takeDrop(event, view, wishes),
    }),
  ];
}

const isText = (path: string) => /\.(md|markdown)$/i.test(path);

function languageOf(path: string): Extension {
  if (/\.ya?ml$/.test(path)) {
    return yaml();
  }

  return isText(path) ? yamlFrontmatter({ content: markdown({ base: markdownLanguage, completeHTMLTags: false }) }) : [];
}

/** Word puts a picture of the text beside the text: words come first. */
function takePaste(event: ClipboardEvent, wishes: Wishes): boolean {
  const data = event.clipboardData;
  const files = [...(data?.files ?? [])];
  const hasWords = data !== null && data.getData("text/plain").trim() !== "";
  if (data === null || ((files.length === 0 || hasWords) && !wishes.onPaste(data))) {
    return false;
  }

  event.preventDefault();
  if (files.length > 0 && !hasWords) {
    wishes.onFiles(files, false);
  }

  return true;
}

function takeDrop(event: DragEvent, view: EditorView, wishes: Wishes): boolean {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) {
    return false;
  }

  event.preventDefault();
  view.dispatch({ selection: { anchor: view.posAtCoords({ x: event.clientX, y: event.clientY }, false) }, userEvent: "select" });
  wishes.onFiles(files, true);
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
