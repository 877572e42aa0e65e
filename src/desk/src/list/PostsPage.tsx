import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Post } from "../api/files";
import { posts } from "../api/posts";
import { draftPaths } from "../edit/drafts";
import { Badge } from "../parts/Badge";
import { editAddress } from "../router";
import { countOf, dayOf } from "../words";
import { filters, select, type Filter } from "./filters";
import { newPost } from "./NewPost";

const pageSize = 100;

/** Every post and page with its state, as it is now. */
export function PostsPage() {
  const [filter, setFilter] = useState<Filter>("all");
  const [search, setSearch] = useState("");
  const [limit, setLimit] = useState(pageSize);
  const box = useRef<HTMLInputElement>(null);
  const all = posts.value;
  const found = useMemo(() => select(all ?? [], filter, search), [all, filter, search]);

  useEffect(() => {
    document.title = "Posts – Desk";
    const focus = (event: KeyboardEvent) => {
      if (event.key === "/" && !(event.target as Element).closest("input, textarea, [contenteditable]")) {
        event.preventDefault();
        box.current!.focus();
      }
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);

  return (
    <main class="page">
      <div class="page-head">
        <h1>Posts</h1>
        <button class="primary" onClick={newPost}>
          New post
        </button>
      </div>
      <div class="tools">
        <input
          ref={box}
          type="search"
          placeholder="Search titles, tags and paths"
          aria-label="Search posts"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <div class="chips" role="group" aria-label="Which posts">
          {filters.map(({ name, words, holds }) => {
            const count = (all ?? []).filter(holds).length;
            return (
              <button key={name} aria-pressed={filter === name} onClick={() => setFilter(name)} hidden={count === 0 && name !== "all" && filter !== name}>
                {words} <span class="count">{count}</span>
              </button>
            );
          })}
        </div>
      </div>
      <Found all={all} found={found} limit={limit} onMore={() => setLimit(limit + pageSize)} />
    </main>
  );
}

function Found({ all, found, limit, onMore }: { all: Post[] | null; found: Post[]; limit: number; onMore(): void }) {
  if (all === null) {
    return <p class="empty" role="status">Loading …</p>;
  }

  if (all.length === 0) {
    return (
      <div class="empty">
        <p>Nothing has been written yet.</p>
        <p>
          Begin with a <button class="link" onClick={newPost}>new post</button>, or <a href="#/upload">upload a folder</a>.
        </p>
      </div>
    );
  }

  if (found.length === 0) {
    return <p class="empty" role="status">No post is like that.</p>;
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
          <button onClick={onMore}>Show more</button> {limit} of {found.length}
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
          {post.kind === "page" ? "Page" : post.date ? dayOf(post.date) : ""}
          {post.tags.length > 0 && <span class="row-tags" dir="auto">{post.tags.slice(0, 3).join(", ")}</span>}
          <span class="row-path">{post.path}</span>
        </span>
      </a>
      <span class="row-state">
        {isUnsaved && <span class="badge unsaved">Unsaved text</span>}
        {problems > 0 && <span class={post.errors > 0 ? "mends error" : "mends"}>{countOf(problems, "problem")}</span>}
        <Badge post={post} />
      </span>
    </li>
  );
}
