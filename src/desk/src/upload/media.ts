import { say } from "../words";

/** Whether a name is one of a picture, a recording or a document. */
export const isMedia = (name: string): boolean => /\.(png|jpe?g|gif|webp|avif|mp3|m4a|ogg|wav|mp4|webm|pdf)$/i.test(name);

/** Why a picture cannot be shown on pages, and what to do; null for all others. */
export function refusalOfPicture({ name, type }: { name: string; type: string }): string | null {
  if (/\.hei[cf]$/i.test(name) || /^image\/hei[cf]/.test(type)) {
    return say.media.heic(name);
  }

  return /\.(tiff?|bmp|psd|raw|dng)$/i.test(name) ? say.media.unshown(name) : null;
}
