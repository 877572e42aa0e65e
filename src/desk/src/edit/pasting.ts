// What is pasted with a form of its own, from a word processor or a web page, becomes Markdown.
import { syntaxTree } from "@codemirror/language";
import type { EditorView } from "@codemirror/view";
import { maxHtml, toMarkdown } from "../api/convert";
import { messageOf } from "../api/http";
import { toast } from "../parts/Toasts";
import { say } from "../words";
import { clippingOf, type Clipping } from "./clipboardHtml";
import { insertBlock } from "./formatting";
import { shownFrom } from "./hiddenHead";
import { describePictures, storePicture, type StoredPicture } from "./pictures";
import type { EditSession } from "./session";

/** Beyond this, reading it would hold the browser up for seconds. */
const maxClipboard = 24 << 20;

/** Takes the paste over where plain text would lose something; false leaves it to the editor. */
export function pasteHtml(data: DataTransfer, view: EditorView, session: EditSession): boolean {
  const html = data.getData("text/html");
  const plain = data.getData("text/plain");
  if (html === "" || !session.isPost || data.types.includes("vscode-editor-data") || isSource(view)) {
    return false;
  }

  if (html.length > maxClipboard) {
    insert(view, plain);
    toast(say.pasting.tooMuch);
    return true;
  }

  const clipping = clippingOf(html);
  if (clipping === null) {
    return false;
  }

  void convert(clipping, plain, view, session);
  return true;
}

async function convert(clipping: Clipping, plain: string, view: EditorView, session: EditSession): Promise<void> {
  if (clipping.html.length > maxHtml) {
    insert(view, plain);
    toast(say.pasting.tooMuch);
    return;
  }

  try {
    const { markdown, lost } = await toMarkdown(clipping.html);
    const stored: StoredPicture[] = [];
    let text = markdown;
    for (const { mark, file } of clipping.pictures) {
      const picture = await storePicture(file, session);
      text = text.replaceAll(mark, picture?.address ?? "");
      if (picture) {
        stored.push(picture);
      }
    }

    insert(view, text.replace(/!\[[^\]]*\]\(\)/g, ""));
    tell(clipping.unreachable, lost);
    describePictures(view, stored.filter(({ address }) => text.includes(`![](${address})`)));
  } catch (error) {
    insert(view, plain);
    toast(say.pasting.wordsAlone(messageOf(error)));
  }
}

/** Words go where the cursor is; blocks on lines of their own. */
function insert(view: EditorView, text: string): void {
  const { main } = view.state.selection;
  const line = view.state.doc.lineAt(main.from);
  if (!text.includes("\n") && !/^([-*+>#|]|\d+[.)]) /.test(text)) {
    view.dispatch(view.state.replaceSelection(text), { userEvent: "input.paste", scrollIntoView: true });
    return;
  }

  if (!main.empty) {
    view.dispatch({ changes: { from: main.from, to: main.to }, userEvent: "delete.selection" });
  }

  const isInside = main.empty && main.from > line.from && main.from < line.to;
  if (isInside) {
    view.dispatch({ changes: { from: main.from, insert: "\n\n" }, selection: { anchor: main.from }, userEvent: "input" });
  }

  view.dispatch(insertBlock(view.state, text.trimEnd()));
}

function tell(unreachable: number, lost: string[]): void {
  if (unreachable > 0) {
    toast(say.pasting.unreachable(unreachable));
  }

  if (lost.length > 0) {
    toast((lost.length > 3 ? say.pasting.andMore : say.pasting.leftOut)(lost.slice(0, 3).join(", ")));
  }
}

/** In code and in the head of the file, what is pasted is meant as it is written. */
function isSource(view: EditorView): boolean {
  const { from } = view.state.selection.main;
  const inHead = shownFrom(view.state) === 0 && /^---\r?\n/.test(view.state.sliceDoc(0, 5)) && isBeforeEnd(view, from);
  return inHead || /Code/.test(syntaxTree(view.state).resolveInner(from, -1).name);
}

function isBeforeEnd(view: EditorView, at: number): boolean {
  const close = /\n(---|\.\.\.)[ \t]*\r?(\n|$)/.exec(view.state.sliceDoc(3, 100_000));
  return close !== null && at < 3 + close.index;
}
