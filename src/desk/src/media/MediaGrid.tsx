import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { addressOf, isPicture, type MediaFile } from "../api/media";
import { fileName } from "../parts/download";
import { say, sizeOf } from "../words";

const pageSize = 60;

interface Grid {
  files: MediaFile[];
  /** What stands below each. */
  actions?(file: MediaFile): ComponentChildren;
  onChoose?(file: MediaFile): void;
}

/** The media, the newest first; a search finds them by name and by where they are used. */
export function MediaGrid({ files, actions, onChoose }: Grid) {
  const [search, setSearch] = useState("");
  const [limit, setLimit] = useState(pageSize);
  const found = useMemo(() => files.filter((file) => holds(file, search)), [files, search]);
  return (
    <>
      <input
        type="search"
        aria-label={say.media.search}
        placeholder={say.media.searchHint}
        value={search}
        onInput={(event) => (setSearch(event.currentTarget.value), setLimit(pageSize))}
      />
      {found.length === 0 && <p class="empty" role="status">{files.length === 0 ? say.media.empty : say.media.noFile}</p>}
      <ul class="media" aria-label={say.pages.media}>
        {found.slice(0, limit).map((file) => (
          <li key={file.path}>
            {onChoose ? (
              <button class="media-choice" aria-label={say.media.choose(fileName(file.path))} onClick={() => onChoose(file)}>
                <Picture file={file} />
              </button>
            ) : (
              <a href={addressOf(file.path)} target="_blank" rel="noopener" aria-label={say.media.open(fileName(file.path))}>
                <Picture file={file} />
              </a>
            )}
            <span class="media-name">{fileName(file.path)}</span>
            <span class="hint">
              {sizeOf(file.size)}, {file.used_by.length === 0 ? say.media.notUsed : say.media.used(file.used_by.length)}
            </span>
            {actions?.(file)}
          </li>
        ))}
      </ul>
      {found.length > limit && (
        <p class="more">
          <button onClick={() => setLimit(limit + pageSize)}>{say.showMore}</button> {say.shown(limit, found.length)}
        </p>
      )}
    </>
  );
}

function Picture({ file }: { file: MediaFile }) {
  return isPicture(file.path) ? (
    <img src={addressOf(file.path)} alt="" loading="lazy" />
  ) : (
    <span class="media-kind" aria-hidden="true">{file.path.slice(file.path.lastIndexOf(".") + 1).toUpperCase()}</span>
  );
}

function holds({ path, used_by: users }: MediaFile, search: string): boolean {
  const text = plain(`${path} ${users.join(" ")}`);
  return plain(search).split(/\s+/).every((word) => text.includes(word));
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
