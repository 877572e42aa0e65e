import type { EditorView } from "@codemirror/view";
import { useMemo, useState } from "preact/hooks";
import type { Post } from "../api/files";
import { posts } from "../api/posts";
import { entriesOf, select } from "../list/filters";
import { closeDialog, openDialog } from "../parts/Dialog";
import { say } from "../words";
import { insertLink } from "./formatting";
import { relative } from "./paths";

const maxFound = 8;

/** Asks where a link is to lead: to an address, or to a post of this site. */
export function askForLink(view: EditorView, path: string): void {
  const { from, to } = view.state.selection.main;
  openDialog({ title: say.link.title, body: <LinkForm view={view} path={path} selected={view.state.sliceDoc(from, to).trim()} /> });
}

function LinkForm({ view, path, selected }: { view: EditorView; path: string; selected: string }) {
  const isAddress = looksLikeAddress(selected);
  const [words, setWords] = useState(isAddress ? "" : selected);
  const [target, setTarget] = useState(isAddress ? selected : "");
  const entries = useMemo(() => entriesOf(posts.value ?? []), [posts.value]);
  const found = looksLikeAddress(target) ? [] : select(entries, "all", target).filter((post) => post.path !== path).slice(0, maxFound);

  const put = (address: string, name: string) => {
    closeDialog();
    view.dispatch(insertLink(view.state, words.trim() || name, address));
    // Behind the dialog, which gives the focus back when it has gone.
    setTimeout(() => view.focus());
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (looksLikeAddress(target)) {
      put(withScheme(target.trim()), target.trim());
    } else if (found.length > 0) {
      choose(found[0]!);
    }
  };
  const choose = (post: Post) => put(relative(path, post.path), post.title);

  return (
    <form class="stack" onSubmit={submit}>
      <label>
        {say.link.where}
        <input
          autofocus
          required
          autocomplete="off"
          value={target}
          placeholder={say.link.whereHint}
          onInput={(event) => setTarget(event.currentTarget.value)}
        />
      </label>
      <label>
        {say.link.words}
        <input value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      {found.length > 0 && (
        <ul class="picks" aria-label={say.pages.posts}>
          {found.map((post) => (
            <li key={post.path}>
              <button type="button" onClick={() => choose(post)}>
                <span dir="auto">{post.title}</span>
                <span class="hint">{post.kind === "page" ? say.page : post.path}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {found.length === 0 && target !== "" && !looksLikeAddress(target) && <p role="status">{say.noPost}</p>}
      <button class="primary">{say.link.put}</button>
    </form>
  );
}

const looksLikeAddress = (text: string): boolean =>
  /^\s*([a-z][a-z0-9+.-]*:\S+|\/\S*|#\S+|www\.\S+|[^\s@/]+@[^\s@]+\.\S+|([\p{L}\d-]+\.)+\p{L}{2,}(\/\S*)?)\s*$/iu.test(text);

/** What people type of an address, as it stands in a link. */
function withScheme(address: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^[/#]/i.test(address)) {
    return address;
  }

  return address.includes("@") ? `mailto:${address}` : `https://${address}`;
}
