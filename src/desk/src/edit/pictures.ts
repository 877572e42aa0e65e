// Pictures and recordings that are pasted, dropped or chosen: stored under media/, linked from the text.
import type { EditorView } from "@codemirror/view";
import { messageOf } from "../api/http";
import { storeUnderFreeName } from "../api/media";
import { findPost } from "../api/posts";
import { toast } from "../parts/Toasts";
import { say, slugOf } from "../words";
import { maxMediaBytes } from "../upload/limits";
import { isMedia, refusalOfPicture } from "../upload/media";
import { askForWords } from "./AlternativeText";
import { insertBlock } from "./formatting";
import { shownPicture } from "../media/decoding";
import { isDraft } from "./keptBack";
import { relative } from "./paths";
import type { EditSession } from "./session";

export interface StoredPicture {
  path: string;
  /** As the text links to it. */
  address: string;
  name: string;
  kind: "picture" | "recording" | "document";
}

/** Stores each file, and links to it where the cursor is by then: on a line of its own where `isDropped`. */
export async function insertStored(view: EditorView, files: File[], session: EditSession, isDropped = false): Promise<void> {
  const stored: StoredPicture[] = [];
  for (const file of files) {
    const one = await storePicture(file, session);
    if (one) {
      stored.push(one);
      view.dispatch(insertBlockOrInline(view, linkTo(one), isDropped || stored.length > 1));
    }
  }

  if (stored.length > 0 && isKeptBack(session)) {
    toast(say.pictures.public);
  }

  describePictures(view, stored.filter(({ kind }) => kind === "picture"));
}

/** Puts a picture of the library into the text. */
export function insertPicture(view: EditorView, path: string, session: EditSession): void {
  const picture: StoredPicture = { path, address: relative(session.path, path), name: "", kind: kindOf(path) };
  view.dispatch(insertBlockOrInline(view, linkTo({ ...picture, name: path.slice(path.lastIndexOf("/") + 1) }), false));
  describePictures(view, picture.kind === "picture" ? [picture] : []);
}

/** Asks what the pictures show, and writes it where the text has them. */
export function describePictures(view: EditorView, pictures: StoredPicture[]): void {
  if (pictures.length === 0) {
    view.focus();
    return;
  }

  askForWords(pictures, (words) => {
    for (const { address } of pictures) {
      const mark = `![](${address})`;
      const from = view.state.doc.toString().lastIndexOf(mark);
      const said = (words.get(address) ?? "").replace(/[[\]\\]/g, "\\$&");
      if (from >= 0 && said !== "") {
        view.dispatch({ changes: { from: from + 2, insert: said }, userEvent: "input" });
      }
    }

    setTimeout(() => view.focus());
  });
}

/** Stores a file; null where it cannot be, which the page says then. */
export async function storePicture(given: File, session: EditSession): Promise<StoredPicture | null> {
  const file = await shownPicture(given);
  const refusal = refusalOfPicture(file);
  const [name, ending] = nameOf(file);
  if (refusal !== null || !isMedia(name + ending)) {
    session.failure.value = refusal ?? say.pictures.neither(file.name);
    return null;
  }

  if (file.size > maxMediaBytes) {
    session.failure.value = say.pictures.tooLarge(file.name);
    return null;
  }

  session.storing.value++;
  try {
    const path = await storeUnderFreeName(file, name, ending);
    return { path, address: relative(session.path, path), name, kind: kindOf(path) };
  } catch (error) {
    session.failure.value = say.pictures.notStored(file.name, messageOf(error));
    return null;
  } finally {
    session.storing.value--;
  }
}

function insertBlockOrInline({ state }: EditorView, link: string, isDropped: boolean) {
  const at = state.selection.main.to;
  const line = state.doc.lineAt(at);
  const isInline = !isDropped && line.text.trim() !== "" && at > line.from;
  return isInline
    ? state.update({ changes: { from: at, insert: link }, selection: { anchor: at + link.length }, userEvent: "input", scrollIntoView: true })
    : insertBlock(state, link, link.length, at);
}

/** A document is linked by its name; pictures and recordings are shown, and say nothing until somebody does. */
function linkTo({ address, name, kind }: StoredPicture): string {
  const words = name.replaceAll("-", " ");
  return kind === "picture" ? `![](${address})` : kind === "recording" ? `![${words}](${address})` : `[${words}](${address})`;
}

const kindOf = (path: string): StoredPicture["kind"] =>
  /\.(mp3|m4a|ogg|wav|mp4|webm)$/i.test(path) ? "recording" : /\.pdf$/i.test(path) ? "document" : "picture";

/** A draft, or a post that is not there yet or no longer. */
const isKeptBack = (session: EditSession): boolean => isDraft(session.text.value) || !findPost(session.path)?.online;

/** What browsers call a pasted picture says nothing, so the minute does. */
function nameOf(file: File): [string, string] {
  const dot = file.name.lastIndexOf(".");
  const ending = dot > 0 ? file.name.slice(dot).toLowerCase() : `.${file.type.split("/")[1] ?? "bin"}`;
  const name = dot > 0 ? file.name.slice(0, dot) : file.name;
  return [name === "image" ? `picture-${new Date().toISOString().slice(0, 16).replace(/[T:]/g, "-")}` : slugOf(name), ending];
}
