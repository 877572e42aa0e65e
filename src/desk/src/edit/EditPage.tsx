import type { EditorView } from "@codemirror/view";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { may, roleFor } from "../api/me";
import { Badge, explain, wordOf } from "../parts/Badge";
import { PageTitle } from "../parts/PageTitle";
import { Tabs, type Tab } from "../parts/Tabs";
import { isWide } from "../parts/wide";
import { clockOf, say } from "../words";
import { goToLine } from "./codeEditor";
import { ConflictView } from "./ConflictView";
import { DetailsForm } from "./DetailsForm";
import { FileMenu } from "./FileMenu";
import { HistoryPane } from "./HistoryPane";
import { Notices } from "./Notices";
import { insertStored } from "./pictures";
import { Preview } from "./Preview";
import { askToPublish } from "./PublishDialog";
import { isHeadWanted, showHead } from "./hiddenHead";
import { EditSession } from "./session";
import { TextPane } from "./TextPane";

type Pane = "write" | "preview" | "details" | "history";

const beside: Tab<Pane>[] = [
  { name: "preview", words: say.panes.preview },
  { name: "details", words: say.panes.details },
  { name: "history", words: say.panes.history },
];

/** Where there is no room for two, the text is one of the tabs. */
const all: Tab<Pane>[] = [{ name: "write", words: say.panes.write }, ...beside];

/** Alt and a digit shows one, wherever the focus is. */
const byDigit: Record<string, Pane> = { Digit1: "write", Digit2: "preview", Digit3: "details", Digit4: "history" };

/** One file: its text, and beside it what it becomes, its details, or how it stood before. */
export function EditPage({ path }: { path: string }) {
  const session = useMemo(() => new EditSession(path), [path]);
  const [chosen, setPane] = useState<Pane>(isWide.value ? (path === "site.yaml" ? "details" : "preview") : "write");
  const pane = isWide.value && chosen === "write" ? "preview" : chosen;
  const view = useRef<EditorView | null>(null);
  const [isHeadShown, setHeadShown] = useState(isHeadWanted());

  useEffect(() => {
    document.title = `${path} – ${say.desk}`;
    void session.open();
    // Wherever the focus is: nobody wants the browser to save this page.
    const save = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        event.preventDefault();
        void session.save();
      }

      const digit = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? byDigit[event.code] : undefined;
      if (digit) {
        event.preventDefault();
        show(digit);
      }
    };
    addEventListener("keydown", save);
    return () => {
      removeEventListener("keydown", save);
      session.close();
    };
  }, [session]);

  const show = (name: Pane) => {
    setPane((now) => (name === "write" && isWide.value ? now : name));
    requestAnimationFrame(() =>
      name === "write" ? view.current?.focus() : document.querySelector<HTMLElement>(`#tab-${name}`)?.focus(),
    );
  };

  const goTo = (line: number, column: number) => {
    setPane((now) => (isWide.value ? now : "write"));
    requestAnimationFrame(() => view.current && goToLine(view.current, line, column));
  };

  if (session.phase.value === "loading") {
    return <main class="page"><p class="empty" role="status">{say.loading}</p></main>;
  }

  if (session.phase.value === "failed") {
    return (
      <main class="page">
        <p class="empty" role="alert">{session.failure.value}</p>
        <p class="empty"><button onClick={() => session.open()}>{say.tryAgain}</button></p>
      </main>
    );
  }

  const store = (files: File[]) => insertStored(view.current!, files, session);
  const showTheHead = (isShown: boolean) => {
    setHeadShown(isShown);
    showHead(view.current!, isShown);
  };
  return (
    <main class="edit" data-pane={pane}>
      <EditHead session={session} onPictures={store} onGo={goTo} />
      <Notices session={session} />
      <Tabs label={say.panes.label} tabs={isWide.value ? beside : all} shown={pane} onShow={(name) => setPane(name)} />
      <section class="pane write" id="pane-write" role={isWide.value ? undefined : "tabpanel"} aria-label={say.panes.text}>
        <TextPane session={session} view={view} isHeadShown={isHeadShown} onGo={goTo} />
      </section>
      {pane !== "write" && (
        <section class="pane beside" id={`pane-${pane}`} role="tabpanel" aria-labelledby={`tab-${pane}`}>
          {pane === "preview" && <Preview session={session} />}
          {pane === "details" && <DetailsForm session={session} isHeadShown={isHeadShown} onShowHead={showTheHead} />}
          {pane === "history" && <HistoryPane session={session} />}
        </section>
      )}
      {session.conflict.value && <ConflictView session={session} />}
    </main>
  );
}

interface Head {
  session: EditSession;
  onPictures(files: File[]): void;
  onGo(line: number, column: number): void;
}

function EditHead({ session, onPictures, onGo }: Head) {
  const post = session.standing.value;
  const isSaving = session.phase.value === "saving";
  const next = session.next.value;
  const isUpToDate = !session.isChanged.value && session.saved.value !== null;
  const isToBePublished = session.isPost && session.text.value !== "" && (session.isDraft.value || session.isChanged.value || next !== null || session.live.value === null);
  const canPublish = isToBePublished && may("editor");
  const isRefused = !session.isPost && !may(roleFor(session.path));
  return (
    <div class="edit-head">
      <div class="edit-title">
        <PageTitle dir="auto">{session.rendering.title.value ?? post?.title ?? session.path}</PageTitle>
        <p class="hint edit-facts">
          {post && (
            <>
              <Badge post={post} /> {!(next && post.current) && <span>{explain(post)}</span>}
            </>
          )}
          {next && <span class="badge next">{session.live.value ? say.list.next : say.states.unpublished}</span>}
          <span class="row-path">{session.path}</span>
        </p>
      </div>
      <p class="save-state" role="status">
        {stateOf(session)}
      </p>
      <button class={canPublish ? undefined : "primary"} disabled={isSaving || isUpToDate || isRefused} onClick={() => session.save()}>
        {isSaving ? say.edit.saving : say.edit.save}
      </button>
      {canPublish && (
        <button class="primary" disabled={isSaving} onClick={() => askToPublish(session, onGo)}>
          {say.edit.publish}
        </button>
      )}
      {isToBePublished && !may("editor") && <span class="hint">{say.edit.editorPublishes}</span>}
      <FileMenu session={session} onPictures={onPictures} />
    </div>
  );
}

function stateOf(session: EditSession): string {
  if (session.storing.value > 0) {
    return say.edit.storing;
  }

  if (session.phase.value === "offline") {
    return say.edit.notSavedYet;
  }

  if (session.isChanged.value || session.saved.value === null) {
    return session.isKept.value ? say.edit.kept : say.edit.noRoom;
  }

  const clock = session.savedAt.value && clockOf(session.savedAt.value);
  if (session.next.value !== null) {
    return clock ? say.edit.savedForEditorsAt(clock) : say.edit.savedForEditors;
  }

  const post = session.standing.value;
  return clock ? (post ? say.edit.savedAs(clock, wordOf(post)) : say.edit.savedAt(clock)) : say.edit.saved;
}
