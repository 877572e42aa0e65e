// Pictures and recordings that are pasted, dropped or chosen: stored under media/, linked from the text.
import type { EditorView } from "@codemirror/view";
import { ApiError, messageOf } from "../api/http";
import { writeFile } from "../api/files";
import { findPost } from "../api/posts";
import { toast } from "../parts/Toasts";
import { slugOf } from "../words";
import { maxMediaBytes } from "../upload/limits";
import { isMedia } from "../upload/uploads";
import { isDraft } from "./PublishDialog";
import type { EditSession } from "./session";

interface Stored {
  link: string;
  failure: string | null;
}

/** Stores each file, and puts a link to it where the text has its mark meanwhile. */
export async function insertStored(view: EditorView, files: File[], at: number, session: EditSession): Promise<void> {
  for (const file of files) {
    const mark = `![Storing ${file.name} …]()`;
    view.dispatch({ changes: { from: at, insert: mark } });
    const stored = await store(file, session.path);
    const from = view.state.doc.toString().indexOf(mark);
    if (from >= 0) {
      view.dispatch({ changes: { from, to: from + mark.length, insert: stored.link } });
      at = from + stored.link.length;
    }

    if (stored.failure) {
      session.failure.value = stored.failure;
    }
  }

  if (isKeptBack(session)) {
    toast("Only editors see this post, but whoever has the address of its pictures can see those.");
  }
}

/** A draft, or a post that is not there yet or no longer. */
const isKeptBack = (session: EditSession): boolean => isDraft(session.text.value) || !findPost(session.path)?.online;

/** Stores the file and says how the text of `post` links to it. */
async function store(file: File, post: string): Promise<Stored> {
  const [name, ending] = nameOf(file);
  if (!isMedia(name + ending)) {
    return { link: "", failure: `${file.name} is neither a picture nor a recording that pages can show, so it was not stored.` };
  }

  if (file.size > maxMediaBytes) {
    return { link: "", failure: `${file.name} is larger than 25 MiB. Make it smaller and add it again.` };
  }

  try {
    const path = await storeUnderFreeName(file);
    // A document is linked; pictures and recordings are shown.
    return { link: `${ending === ".pdf" ? "" : "!"}[${name.replaceAll("-", " ")}](${relative(post, path)})`, failure: null };
  } catch (error) {
    return { link: "", failure: `${file.name} was not stored: ${messageOf(error)}` };
  }
}

async function storeUnderFreeName(file: File): Promise<string> {
  const [name, ending] = nameOf(file);
  const year = new Date().getFullYear();
  for (let number = 1; ; number++) {
    const path = `media/${year}/${name}${number === 1 ? "" : `-${number}`}${ending}`;
    try {
      await writeFile(path, file, null);
      return path;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412 || number === 50) {
        throw error;
      }
    }
  }
}

/** What browsers call a pasted picture says nothing, so the minute does. */
function nameOf(file: File): [string, string] {
  const dot = file.name.lastIndexOf(".");
  const ending = dot > 0 ? file.name.slice(dot).toLowerCase() : `.${file.type.split("/")[1] ?? "bin"}`;
  const name = dot > 0 ? file.name.slice(0, dot) : file.name;
  return [name === "image" ? `picture-${new Date().toISOString().slice(0, 16).replace(/[T:]/g, "-")}` : slugOf(name), ending];
}

/** `media/a.png` as seen from `posts/2024/b.md`: `../../media/a.png`. */
function relative(from: string, to: string): string {
  return "../".repeat(from.split("/").length - 1) + to;
}
