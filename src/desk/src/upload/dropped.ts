// The files of a drop or of a chosen folder, with their paths.
export interface Dropped {
  path: string;
  file: File;
}

export async function filesOf(data: DataTransfer): Promise<Dropped[]> {
  // The entries must be taken before the first wait; afterwards the browser has emptied the list.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  const found: Dropped[] = [];
  for (const entry of entries) {
    await collect(entry, found);
  }

  return found;
}

export const filesOfFolder = (chosen: FileList): Dropped[] =>
  [...chosen].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

async function collect(entry: FileSystemEntry, found: Dropped[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    found.push({ path: entry.fullPath.slice(1), file });
    return;
  }

  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) {
      return;
    }

    for (const child of some) {
      await collect(child, found);
    }
  }
}
