// The files below media/.
import { ApiError, getJson, send } from "./http";
import { writeFile } from "./files";

export interface MediaFile {
  path: string;
  e_tag: string;
  size: number;
  modified_at: string;
  /** The posts, pages and settings that show it or link to it. */
  used_by: string[];
}

const maxNames = 50;

/** The newest first. */
export async function listMedia(): Promise<MediaFile[]> {
  const { files } = await getJson<{ files: MediaFile[] }>("/api/editor/media");
  return files.sort((a, b) => (a.modified_at < b.modified_at ? 1 : -1));
}

/** By its name, as the site serves it: whoever uploaded it may have said nothing. */
export const isPicture = (path: string): boolean => /\.(png|jpe?g|gif|webp|avif|svg|ico)$/i.test(path);

/** Where browsers get it. */
export const addressOf = (path: string): string => "/" + path.split("/").map(encodeURIComponent).join("/");

/** Stores a file below this year's folder; a number tells it from another one of its name. */
export async function storeUnderFreeName(file: File, name: string, ending: string): Promise<string> {
  const year = new Date().getFullYear();
  for (let number = 1; ; number++) {
    const path = `media/${year}/${name}${number === 1 ? "" : `-${number}`}${ending}`;
    try {
      await writeFile(path, file, null);
      return path;
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412 || number === maxNames) {
        throw error;
      }
    }
  }
}

/** A picture of another host, by way of the server: the browser asks no other host. */
export async function fetchPicture(url: string): Promise<File> {
  const headers = { "Content-Type": "application/json" };
  const response = await send("POST", "/api/editor/picture", { headers, body: JSON.stringify({ url }) });
  const picture = await response.blob();
  const { pathname, hostname } = new URL(url);
  const name = pathname.slice(pathname.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "") || hostname;
  return new File([picture], `${name}.${picture.type.replace("image/", "").replace("jpeg", "jpg")}`, { type: picture.type });
}
