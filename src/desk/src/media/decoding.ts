// Pictures that pages cannot show, made ones that they can, where this browser can read them.
const unshown = /\.(heic|heif|tiff?|bmp)$/i;
const quality = 0.9;

/** A JPEG of a picture that pages cannot show; the file itself where it needs none, or this browser cannot read it. */
export async function shownPicture(file: File): Promise<File> {
  if (!unshown.test(file.name) && !/^image\/(hei[cf]|tiff|bmp)/.test(file.type)) {
    return file;
  }

  try {
    const picture = await createImageBitmap(file);
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    canvas.getContext("2d")!.drawImage(picture, 0, 0);
    const bytes = await canvas.convertToBlob({ type: "image/jpeg", quality });
    return new File([bytes], file.name.replace(/(\.[^.]*)?$/, ".jpg"), { type: "image/jpeg" });
  } catch {
    return file;
  }
}
