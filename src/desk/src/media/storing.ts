// Files that somebody chose for the library.
import { storeUnderFreeName } from "../api/media";
import { maxMediaBytes } from "../upload/limits";
import { isMedia, refusalOfPicture } from "../upload/media";
import { say, sizeOf, slugOf } from "../words";
import { shownPicture } from "./decoding";

/** Stores it; tells its path. Throws what its user is to read where it cannot be. */
export async function storeChosen(given: File): Promise<string> {
  const file = await shownPicture(given);
  const refusal = refusalOf(file);
  if (refusal !== null) {
    throw new Error(refusal);
  }

  const dot = file.name.lastIndexOf(".");
  return storeUnderFreeName(file, slugOf(file.name.slice(0, dot)), file.name.slice(dot).toLowerCase());
}

export function refusalOf(file: File): string | null {
  const refusal = refusalOfPicture(file);
  if (refusal !== null || !isMedia(file.name)) {
    return refusal ?? say.media.neither(file.name);
  }

  return file.size > maxMediaBytes ? say.media.tooLarge(file.name, sizeOf(file.size)) : null;
}
