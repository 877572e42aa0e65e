import { signal } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Post } from "../api/files";
import { findNext, nexts } from "../api/next";
import { posts } from "../api/posts";
import { draftPaths } from "../edit/drafts";
import { Badge } from "../parts/Badge";
import { filled } from "../parts/filled";
import { useKey } from "../parts/Keys";
import { PageTitle } from "../parts/PageTitle";
import { editAddress } from "../router";
import { dayOf, say } from "../words";
import { countsOf, entriesOf, filters, select, withNexts, type Filter } from "./filters";
import { newPost } from "./NewPost";

const pageSize = 100;

/** What the list was left with: whoever comes back from a post finds it so. */
const filterLeft = signal<Filter>("all");
const searchLeft = signal("");

/** Every post and page with its state, as it is now. */
export function PostsPage({ begin }: { begin?: string }) {
  const filter = filterLeft.value;
  const search = searchLeft.value;
  const [limit, setLimit] = useState(pageSize);
  const box = useRef<HTMLInputElement>(null);
  const beside = nexts.value;
  const all = useMemo(() => posts.value && withNexts(posts.value, beside?.values() ?? []), [posts.value, beside]);
  const entries = useMemo(() => entriesOf(all ?? []), [all]);
  const counts = useMemo(() => countsOf(all ?? []), [all, beside]);
  const found = useMemo(() => select(entries, filter, search), [entries, filter, search, beside]);

  useKey("/", () => box.current!.focus());
  useEffect(() => {
    document.title = `${say.pages.posts} – ${say.desk}`;
    const asked = filters.find(({ name }) => name === begin);
    if (asked) {
      filterLeft.value = asked.name;
      searchLeft.value = "";
    }
  }, []);

  return (
    <main class="page">
      <div class="page-head">
        <PageTitle>{say.pages.posts}</PageTitle>
        <span class="choices-row">
          <a class="button" href={editAddress("site.yaml")}>
            {say.list.siteSettings}
          </a>
          <button class="primary" onClick={newPost}>
            {say.newPost.title}
          </button>
        </span>
      </div>
      <div class="tools">
        <input
          ref={box}
          type="search"
          placeholder={say.list.searchHint}
          aria-label={say.list.search}
          value={search}
          onInput={(event) => ((searchLeft.value = event.currentTarget.value), setLimit(pageSize))}
        />
        <div class="chips" role="group" aria-label={say.list.which}>
          {filters.map(({ name, words }) => (
            <button
              key={name}
              aria-pressed={filter === name}
              onClick={() => ((filterLeft.value = name), setLimit(pageSize))}
              hidden={counts[name] === 0 && name !== "all" && filter !== name}
            >
              {words} <span class="count">{counts[name]}</span>
            </button>
          ))}
        </div>
      </div>
      <Found all={all} found={found} limit={limit} onMore={() => setLimit(limit + pageSize)} />
    </main>
  );
}

function Found({ all, found, limit, onMore }: { all: Post[] | null; found: Post[]; limit: number; onMore(): void }) {
  if (all === null) {
    return <p class="empty" role="status">{say.loading}</p>;
  }

  if (all.length === 0) {
    return (
      <div class="empty">
        <p>{say.list.empty}</p>
        <p>
          {filled(say.list.begin, {
            post: <button class="link" onClick={newPost}>{say.list.beginPost}</button>,
            upload: <a href="#/upload">{say.list.beginUpload}</a>,
          })}
        </p>
      </div>
    );
  }

  if (found.length === 0) {
    return <p class="empty" role="status">{say.noPost}</p>;
  }

  const unsaved = new Set(draftPaths());
  return (
    <>
      <ul class="posts">
        {found.slice(0, limit).map((post) => (
          <Row key={post.path} post={post} isUnsaved={unsaved.has(post.path)} />
        ))}
      </ul>
      {found.length > limit && (
        <p class="more">
          <button onClick={onMore}>{say.showMore}</button> {say.shown(limit, found.length)}
        </p>
      )}
    </>
  );
}

function Row({ post, isUnsaved }: { post: Post; isUnsaved: boolean }) {
  const problems = post.errors + post.warnings;
  return (
    <li>
      <a href={editAddress(post.path)}>
        <span class="row-title" dir="auto">{post.title}</span>
        <span class="row-meta">
          {post.kind === "page" ? say.page : post.date ? dayOf(post.date) : ""}
          {post.tags.length > 0 && <span class="row-tags" dir="auto">{post.tags.slice(0, 3).join(", ")}</span>}
          <span class="row-path">{post.path}</span>
        </span>
      </a>
      <span class="row-state">
        {isUnsaved && <span class="badge unsaved">{say.list.unsaved}</span>}
        {problems > 0 && <span class={post.errors > 0 ? "mends error" : "mends"}>{say.problems(problems)}</span>}
        {findNext(post.path) && post.state !== "unpublished" && <span class="badge next">{say.list.next}</span>}
        <Badge post={post} />
      </span>
    </li>
  );
}
