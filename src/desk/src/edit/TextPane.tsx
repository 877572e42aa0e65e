import type { EditorView } from "@codemirror/view";
import { effect } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { pickMedia } from "../media/MediaPicker";
import { say } from "../words";
import { createEditor, replaceText, showProblems } from "./codeEditor";
import { commandsFor, type Command } from "./commands";
import { shownFrom } from "./hiddenHead";
import { askForLink } from "./LinkDialog";
import { pasteHtml } from "./pasting";
import { insertPicture, insertStored } from "./pictures";
import { ProblemList } from "./ProblemList";
import type { EditSession } from "./session";
import { TitleField } from "./TitleField";
import { Toolbar } from "./Toolbar";
import { countWords } from "./wordCount";

interface Pane {
  session: EditSession;
  view: { current: EditorView | null };
  isHeadShown: boolean;
  onGo(line: number, column: number): void;
}

/** The text with its title, its buttons, and below it what to mend. */
export function TextPane({ session, view, isHeadShown, onGo }: Pane) {
  const commands = useMemo(
    () =>
      commandsFor({
        link: (editor) => askForLink(editor, session.path),
        picture: (editor) => pickMedia((path) => insertPicture(editor, path, session)),
      }),
    [session],
  );
  const toText = () => {
    const editor = view.current!;
    editor.dispatch({ selection: { anchor: shownFrom(editor.state) }, scrollIntoView: true });
    editor.focus();
  };
  return (
    <>
      {session.isPost && <Toolbar commands={commands} view={() => view.current} />}
      <TitleField session={session} onDone={toText} />
      <TextEditor session={session} commands={commands} view={view} />
      <ProblemList session={session} isHeadShown={isHeadShown} onGo={onGo} />
      {session.isPost && <Counts session={session} />}
    </>
  );
}

function Counts({ session }: { session: EditSession }) {
  const words = useMemo(() => countWords(session.text.value), [session.text.value]);
  const minutes = session.rendering.readingTime.value;
  return (
    <p class="counts hint">
      {say.edit.words(words)}
      {minutes !== null && minutes > 0 && `, ${say.edit.toRead(minutes)}`}
    </p>
  );
}

function TextEditor({ session, commands, view }: { session: EditSession; commands: Command[]; view: Pane["view"] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const editor: EditorView = createEditor(place.current!, session.text.value, {
      label: say.edit.textOf(session.path),
      path: session.path,
      commands,
      onChange: (text) => (session.text.value = text),
      onFiles: (files, isDropped) => void insertStored(editor, files, session, isDropped),
      onPaste: (data) => pasteHtml(data, editor, session),
    });
    view.current = editor;
    if (session.saved.value === null) {
      editor.dispatch({ selection: { anchor: editor.state.doc.length } });
      editor.focus();
    }

    const following = [
      effect(() => replaceText(editor, session.text.value)),
      effect(() => showProblems(editor, session.rendering.problems.value)),
    ];
    return () => {
      following.forEach((stop) => stop());
      editor.destroy();
      view.current = null;
    };
  }, [session]);
  return <div class="text" ref={place} />;
}
