// What programs put on the clipboard beside plain text, before it is sent to be converted.

export interface Clipping {
  html: string;
  /** Pictures inside it, in the place of each an address of its own. */
  pictures: { mark: string; file: File }[];
  /** Pictures that only the other program could open. */
  unreachable: number;
}

const maxPictures = 50;

/** Elements that say more than their words do. */
const meaningful = "a[href], b, strong, i, em, u, s, del, h1, h2, h3, h4, h5, h6, li, table, blockquote, pre, code, img, hr, sup, sub, mark, dl, figure";

/** Styles that say it without an element. */
const meaningfulStyle = /font-weight:\s*(bold|[6-9]00)|font-style:\s*italic|text-decoration[^;]*line-through|mso-list/i;

/** The policy of this page refuses style sheets, and tells of each; nobody reads them. */
const sheets = /<style\b[\s\S]*?<\/style>/gi;

/** What is to be converted; null where plain text says as much. */
export function clippingOf(html: string): Clipping | null {
  const page = new DOMParser().parseFromString(html.replace(sheets, ""), "text/html");
  const isStyled = [...page.querySelectorAll("[style]")].some((one) => meaningfulStyle.test(one.getAttribute("style")!));
  if (!isStyled && page.querySelector(meaningful) === null && page.querySelectorAll("p, div, br").length < 2) {
    return null;
  }

  const clipping: Clipping = { html: "", pictures: [], unreachable: 0 };
  for (const picture of page.querySelectorAll("img")) {
    take(picture, clipping);
  }

  // A clipboard names the part that was copied; the rest is what the browser needs to show it alike.
  clipping.html = page.body.innerHTML;
  return clipping;
}

function take(picture: HTMLImageElement, clipping: Clipping): void {
  const source = picture.getAttribute("src") ?? "";
  if (/^https?:\/\//i.test(source) || source.startsWith("//")) {
    return;
  }

  const file = source.startsWith("data:image/") && clipping.pictures.length < maxPictures ? fileOf(source) : null;
  if (file === null) {
    clipping.unreachable++;
    picture.remove();
    return;
  }

  const mark = `https://pasted.invalid/${clipping.pictures.length + 1}`;
  clipping.pictures.push({ mark, file });
  picture.setAttribute("src", mark);
  picture.removeAttribute("srcset");
}

/** The file in a `data:` address; null where it is not whole. */
function fileOf(source: string): File | null {
  const [, type, data] = /^data:(image\/[\w.+-]+);base64,([\s\S]*)$/.exec(source) ?? [];
  try {
    const bytes = Uint8Array.from(atob(data!.replace(/\s|%0A/gi, "")), (sign) => sign.charCodeAt(0));
    return new File([bytes], `image.${type!.split("/")[1]!.replace("jpeg", "jpg").replace(/\+.*/, "")}`, { type });
  } catch {
    return null;
  }
}
