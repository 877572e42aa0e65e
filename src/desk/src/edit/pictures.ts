// Pictures and recordings that are pasted or dropped: stored under media/, linked from the text.
import { ApiError, messageOf } from "../api/http";
import { writeFile } from "../api/files";
import { slugOf } from "../words";
import { maxMediaBytes } from "../upload/limits";

export interface Stored {
  link: string;
  failure: string | null;
}

/** Stores the file and says how the text of `post` links to it. */
export async function store(file: File, post: string): Promise<Stored> {
  if (file.size > maxMediaBytes) {
    return { link: "", failure: `${file.name} is larger than 25 MiB. Scale it down and drop it again.` };
  }

  try {
    const path = await storeUnderFreeName(file);
    const alt = nameOf(file)[0].replaceAll("-", " ");
    return { link: `![${alt}](${relative(post, path)})`, failure: null };
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
