import { useState } from "preact/hooks";
import { findPost } from "../api/posts";
import { findDraft, keepDraft } from "../edit/drafts";
import { closeDialog, openDialog } from "../parts/Dialog";
import { filled } from "../parts/filled";
import { editAddress, go } from "../router";
import { say, slugOf } from "../words";
import { templates } from "./templates";

export const newPost = (): void => openDialog({ title: say.newPost.title, body: <NewPost /> });

function NewPost() {
  const [title, setTitle] = useState("");
  const [name, setName] = useState(templates[0]!.name);
  const template = templates.find((one) => one.name === name)!;
  const path = freePath(template.pathOf(slugOf(title)));

  const begin = (event: SubmitEvent) => {
    event.preventDefault();
    keepDraft(path, template.textOf(title.trim()), { live: null, next: null });
    closeDialog();
    go(editAddress(path));
  };

  return (
    <form class="stack" onSubmit={begin}>
      <label>
        {say.newPost.postTitle}
        <input required autofocus value={title} maxLength={400} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <fieldset class="choices">
        <legend>{say.newPost.beginWith}</legend>
        {templates.map((one) => (
          <label key={one.name}>
            <input type="radio" name="template" checked={one.name === name} onChange={() => setName(one.name)} />
            <span>
              <strong>{one.name}</strong>
              <span class="hint">{one.description}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{filled(say.newPost.file, { path: <code>{path}</code> })}</p>
      <button class="primary">{say.newPost.begin}</button>
    </form>
  );
}

/** The path, with a number where a file or an unsaved text has it already. */
function freePath(path: string): string {
  for (let number = 1; ; number++) {
    const free = number === 1 ? path : path.replace(/\.md$/, `-${number}.md`);
    if (!findPost(free) && !findDraft(free)) {
      return free;
    }
  }
}
