import type { EditorView } from "@codemirror/view";
import { effect } from "@preact/signals";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { findPost } from "../api/posts";
import { Badge } from "../parts/Badge";
import { clockOf } from "../words";
import { createEditor, goToLine, replaceText, showProblems } from "./codeEditor";
import { ConflictView } from "./ConflictView";
import { DetailsForm } from "./DetailsForm";
import { FileMenu } from "./FileMenu";
import { HistoryPane } from "./HistoryPane";
import { Notices } from "./Notices";
import { store } from "./pictures";
import { Preview } from "./Preview";
import { ProblemList } from "./ProblemList";
import { EditSession } from "./session";

type Pane = "write" | "preview" | "details" | "history";

const panes: { name: Pane; words: string }[] = [
  { name: "write", words: "Write" },
  { name: "preview", words: "Preview" },
  { name: "details", words: "Details" },
  { name: "history", words: "History" },
];

/** One file: its text, and beside it what it becomes, its details, or how it stood before. */
export function EditPage({ path }: { path: string }) {
  const session = useMemo(() => new EditSession(path), [path]);
  const [pane, setPane] = useState<Pane>(matchMedia("(min-width: 64rem)").matches ? "preview" : "write");
  const view = useRef<EditorView | null>(null);

  useEffect(() => {
    document.title = `${path} – Desk`;
    void session.open();
    return () => session.close();
  }, [session]);

  const goTo = (line: number, column: number) => {
    setPane((now) => (matchMedia("(min-width: 64rem)").matches ? now : "write"));
    requestAnimationFrame(() => view.current && goToLine(view.current, line, column));
  };

  if (session.phase.value === "loading") {
    return <main class="page"><p class="empty" role="status">Loading …</p></main>;
  }

  if (session.phase.value === "failed") {
    return (
      <main class="page">
        <p class="empty" role="alert">{session.failure.value}</p>
        <p class="empty"><button onClick={() => session.open()}>Try again</button></p>
      </main>
    );
  }

  return (
    <main class="edit" data-pane={pane}>
      <EditHead session={session} />
      <Notices session={session} />
      <div class="tabs" role="tablist" aria-label="Views of this file">
        {panes.map(({ name, words }) => (
          <button key={name} role="tab" id={`tab-${name}`} class={`tab-${name}`} aria-selected={pane === name} aria-controls={`pane-${name}`} onClick={() => setPane(name)}>
            {words}
          </button>
        ))}
      </div>
      <section class="pane write" id="pane-write" aria-label="Text">
        <TextEditor session={session} onView={(made) => (view.current = made)} />
        <ProblemList problems={session.problems.value} onGo={goTo} />
      </section>
      {pane !== "write" && (
        <section class="pane beside" id={`pane-${pane}`} role="tabpanel" aria-labelledby={`tab-${pane}`}>
          {pane === "preview" && <Preview session={session} />}
          {pane === "details" && <DetailsForm session={session} />}
          {pane === "history" && <HistoryPane session={session} />}
        </section>
      )}
      {session.conflict.value && <ConflictView session={session} />}
    </main>
  );
}

function EditHead({ session }: { session: EditSession }) {
  const post = session.post.value ?? findPost(session.path);
  const isSaving = session.phase.value === "saving";
  return (
    <div class="edit-head">
      <div class="edit-title">
        <h1 dir="auto">{post?.title ?? session.path}</h1>
        <p class="hint">
          {post && <Badge post={post} />} <span class="row-path">{session.path}</span>
        </p>
      </div>
      <p class="save-state" role="status">
        {stateOf(session)}
      </p>
      <button class="primary" disabled={isSaving || (!session.isChanged.value && session.saved.value !== null)} onClick={() => session.save()}>
        {isSaving ? "Saving …" : "Save"}
      </button>
      <FileMenu session={session} />
    </div>
  );
}

function stateOf(session: EditSession): string {
  if (session.phase.value === "offline") {
    return "Not saved yet";
  }

  if (session.isChanged.value || session.saved.value === null) {
    return session.isKept.value ? "Unsaved, kept in this browser" : "Unsaved; this browser has no room to keep it";
  }

  return session.savedAt.value ? `Saved at ${clockOf(session.savedAt.value)}` : "Saved";
}

function TextEditor({ session, onView }: { session: EditSession; onView(view: EditorView): void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const view = createEditor(place.current!, session.text.value, {
      label: `Text of ${session.path}`,
      path: session.path,
      onChange: (text) => (session.text.value = text),
      onSave: () => void session.save(),
      onFiles: (files, at) => void insert(view, files, at, session),
    });
    onView(view);
    const following = [
      effect(() => replaceText(view, session.text.value)),
      effect(() => showProblems(view, session.problems.value)),
    ];
    return () => {
      following.forEach((stop) => stop());
      view.destroy();
    };
  }, [session]);
  return <div class="text" ref={place} />;
}

async function insert(view: EditorView, files: File[], at: number, session: EditSession): Promise<void> {
  for (const file of files) {
    const mark = `![Storing ${file.name} …]()`;
    view.dispatch({ changes: { from: at, insert: mark } });
    const stored = await store(file, session.path);
    const from = view.state.doc.toString().indexOf(mark);
    if (from >= 0) {
      view.dispatch({ changes: { from, to: from + mark.length, insert: stored.link } });
      at = from + stored.link.length;
    }

    if (stored.failure) {
      session.failure.value = stored.failure;
    }
  }
}
