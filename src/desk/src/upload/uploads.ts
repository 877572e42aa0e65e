// A folder on its way into the content container: where each file goes, and what became of it.
import { ApiError, messageOf } from "../api/http";
import { readFile, writeFile, type Edited } from "../api/files";
import { sizeOf } from "../words";
import type { Dropped } from "./dropped";
import { isMedia, refusalOfPicture } from "./media";
import { maxDropBytes, maxMediaBytes, maxTextBytes } from "./limits";

export type Outcome = "waiting" | "sending" | "done" | "mend" | "same" | "skipped" | "failed";

export interface Upload {
  path: string;
  file: File;
  outcome: Outcome;
  words: string;
}

const atOnce = 4;
const tellEvery = 100;

/** Why the drop as a whole is not taken; null where it is. */
export function refusalOf(files: Dropped[]): string | null {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (files.length === 0) {
    return "There is no file in it.";
  }

  return bytes > maxDropBytes
    ? `This is ${sizeOf(bytes)}, more than 100 MB at once. Nothing was uploaded. Drop fewer files, or use “kap push” for a large folder.`
    : null;
}

export const uploadsOf = (files: Dropped[]): Upload[] => files.filter(({ path }) => !isHidden(path)).map(uploadOf);

export const isUnderWay = ({ outcome }: Upload): boolean => outcome === "waiting" || outcome === "sending";

/** The uploads with those that failed waiting again. */
export function waitAgain(uploads: Upload[]): Upload[] {
  uploads.filter(({ outcome }) => outcome === "failed").forEach((one) => set(one, "waiting", "Waiting"));
  return uploads;
}

/** Sends all that can be sent, a few at once; tells now and then how far it is, and at the end. */
export async function sendAll(uploads: Upload[], replace: boolean, tell: () => void): Promise<void> {
  const waiting = uploads.filter(({ outcome }) => outcome === "waiting");
  let next = 0;
  const worker = async () => {
    while (next < waiting.length) {
      const one = waiting[next++]!;
      set(one, "sending", "On its way …");
      await sendOne(one, replace);
    }
  };
  const telling = setInterval(tell, tellEvery);
  await Promise.all(Array.from({ length: atOnce }, worker));
  clearInterval(telling);
  tell();
}

/** Some systems take letters apart in names; storage and links know them whole. */
function uploadOf({ path: dropped, file }: Dropped): Upload {
  const path = dropped.normalize("NFC");
  const target = targetOf(path);
  const limit = target?.startsWith("media/") ? maxMediaBytes : maxTextBytes;
  const one: Upload = { path: target ?? path, file, outcome: "waiting", words: "Waiting" };
  const refusal = refusalOfPicture(file);
  if (refusal !== null) {
    set(one, "skipped", `Left out: ${refusal}`);
  } else if (target === null) {
    set(one, "skipped", "Left out: neither a text nor a picture or recording.");
  } else if (file.size > limit) {
    set(one, "skipped", `Left out: ${sizeOf(file.size)} is more than the ${limit >> 20} MB a file like this may have.`);
  }

  return one;
}

async function sendOne(one: Upload, replace: boolean): Promise<void> {
  try {
    take(one, await writeFile(one.path, one.file, null), "Uploaded");
  } catch (error) {
    if (error instanceof ApiError && error.status === 412) {
      await sendOver(one, error.etag, replace);
    } else {
      set(one, "failed", messageOf(error));
    }
  }
}

async function sendOver(one: Upload, etag: string | null, replace: boolean): Promise<void> {
  if (!replace || etag === null) {
    set(one, "same", "Left alone: a file is there already.");
    return;
  }

  try {
    const isText = !one.path.startsWith("media/");
    if (isText && (await readFile(one.path))?.text === (await one.file.text())) {
      set(one, "same", "Unchanged");
      return;
    }

    take(one, await writeFile(one.path, one.file, etag), "Replaced; the former version is kept");
  } catch (error) {
    set(one, "failed", messageOf(error));
  }
}

/** What an upload came to: the first thing to mend comes before that it is there. */
function take(one: Upload, { problems: [first] }: Edited, words: string): void {
  set(one, first ? "mend" : "done", first ? `Line ${first.line}: ${first.message} ${first.mend}` : words);
}

function set(one: Upload, outcome: Outcome, words: string): void {
  one.outcome = outcome;
  one.words = words;
}

/** From the first folder that the container knows; else texts are posts, and the rest are media. */
function targetOf(path: string): string | null {
  const parts = path.split("/");
  const known = parts.findIndex((part) => ["posts", "pages", "media", "theme"].includes(part));
  if (known >= 0 && known < parts.length - 1) {
    return parts.slice(known).join("/");
  }

  const name = parts.at(-1);
  if (name === "site.yaml" || name === "redirects.yaml") {
    return name;
  }

  if (/\.(md|markdown)$/i.test(path)) {
    return `posts/${path}`;
  }

  return isMedia(path) ? `media/${path}` : null;
}

const isHidden = (path: string) => path.split("/").some((part) => part.startsWith(".") || part === "Thumbs.db");
