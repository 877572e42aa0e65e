// A folder on its way into the content container: where each file goes, and what became of it.
import { ApiError, messageOf } from "../api/http";
import { readFile, writeFile, type Edited } from "../api/files";
import { say, sizeOf } from "../words";
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
    return say.upload.empty;
  }

  return bytes > maxDropBytes ? say.upload.tooMuch(sizeOf(bytes)) : null;
}

export const uploadsOf = (files: Dropped[]): Upload[] => files.filter(({ path }) => !isHidden(path)).map(uploadOf);

export const isUnderWay = ({ outcome }: Upload): boolean => outcome === "waiting" || outcome === "sending";

/** The uploads with those that failed waiting again. */
export function waitAgain(uploads: Upload[]): Upload[] {
  uploads.filter(({ outcome }) => outcome === "failed").forEach((one) => set(one, "waiting", say.upload.waiting));
  return uploads;
}

/** Sends all that can be sent, a few at once; tells now and then how far it is, and at the end. */
export async function sendAll(uploads: Upload[], replace: boolean, tell: () => void): Promise<void> {
  const waiting = uploads.filter(({ outcome }) => outcome === "waiting");
  let next = 0;
  const worker = async () => {
    while (next < waiting.length) {
      const one = waiting[next++]!;
      set(one, "sending", say.upload.sending);
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
  const one: Upload = { path: target ?? path, file, outcome: "waiting", words: say.upload.waiting };
  const refusal = refusalOfPicture(file);
  if (refusal !== null) {
    set(one, "skipped", say.upload.leftOut(refusal));
  } else if (target === null) {
    set(one, "skipped", say.upload.leftOut(say.upload.neither));
  } else if (file.size > limit) {
    set(one, "skipped", say.upload.leftOut(say.upload.tooLarge(sizeOf(file.size), limit >> 20)));
  }

  return one;
}

async function sendOne(one: Upload, replace: boolean): Promise<void> {
  try {
    take(one, await writeFile(one.path, one.file, null), say.upload.done);
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
    set(one, "same", say.upload.there);
    return;
  }

  try {
    const isText = !one.path.startsWith("media/");
    if (isText && (await readFile(one.path))?.text === (await one.file.text())) {
      set(one, "same", say.upload.same);
      return;
    }

    take(one, await writeFile(one.path, one.file, etag), say.upload.replaced);
  } catch (error) {
    set(one, "failed", messageOf(error));
  }
}

/** What an upload came to: the first thing to mend comes before that it is there. */
function take(one: Upload, { problems: [first] }: Edited, words: string): void {
  set(one, first ? "mend" : "done", first ? say.upload.mend(first.line, `${first.message} ${first.mend}`) : words);
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
