import { useEffect, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { addKey, listKeys, revokeKey, type EditorKey } from "../api/keys";
import { me, type Role } from "../api/me";
import { closeDialog, openDialog } from "../parts/Dialog";
import { toast } from "../parts/Toasts";
import { dayOf, say } from "../words";

const roles: Role[] = ["author", "editor", "owner"];

/** Who may come to the desk, for owners to see, add and take back. */
export function EditorKeys() {
  const [keys, setKeys] = useState<EditorKey[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const look = () => listKeys().then((all) => (setKeys(all), setFailure(null)), (error) => setFailure(messageOf(error)));

  useEffect(() => {
    void look();
  }, []);

  return (
    <>
      <h2>{say.editorKeys.title}</h2>
      {failure && <p class="notice error" role="alert">{failure}</p>}
      <ul class="report" aria-label={say.editorKeys.title}>
        {keys?.map((key) => (
          <li key={key.name}>
            <span>{key.name}</span>
            <span class="hint">
              {key.last_used ? say.editorKeys.lastUsed(say.roles[key.role], dayOf(key.last_used)) : say.editorKeys.neverUsed(say.roles[key.role])}
            </span>
            {key.name === me.value?.name ? <span class="hint">{say.editorKeys.yours}</span> : <button aria-label={say.editorKeys.revokeOf(key.name)} onClick={() => askToRevoke(key, look)}>{say.editorKeys.revoke}</button>}
          </li>
        ))}
      </ul>
      <p>
        <button onClick={() => openDialog({ title: say.editorKeys.newKey, body: <NewKey onMade={look} /> })}>{say.editorKeys.newKey}</button>
      </p>
    </>
  );
}

function askToRevoke({ name }: EditorKey, onDone: () => void): void {
  const revoke = async () => {
    closeDialog();
    try {
      await revokeKey(name);
      toast(say.editorKeys.revoked(name));
    } catch (error) {
      toast(messageOf(error));
    }

    onDone();
  };
  openDialog({
    title: say.editorKeys.askRevoke(name),
    body: (
      <div class="stack">
        <p>{say.editorKeys.revoking(name)}</p>
        <p class="choices-row">
          <button class="primary" onClick={revoke}>{say.editorKeys.revokeIt}</button>
          <button onClick={closeDialog}>{say.keepIt}</button>
        </p>
      </div>
    ),
  });
}

function NewKey({ onMade }: { onMade(): void }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("author");
  const [made, setMade] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const make = async (event: SubmitEvent) => {
    event.preventDefault();
    try {
      setMade(await addKey(name.trim(), role));
      onMade();
    } catch (error) {
      setFailure(messageOf(error));
    }
  };

  if (made !== null) {
    return (
      <div class="stack">
        <p>{say.editorKeys.shownOnce(name.trim())}</p>
        <label>
          {say.editorKeys.keyOf(name.trim())}
          <input readOnly value={made} autofocus onFocus={(event) => event.currentTarget.select()} />
        </label>
        <button class="primary" onClick={closeDialog}>{say.done}</button>
      </div>
    );
  }

  return (
    <form class="stack" onSubmit={make}>
      <label>
        {say.editorKeys.whose}
        <input required autofocus maxLength={60} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <fieldset class="choices">
        <legend>{say.editorKeys.role}</legend>
        {roles.map((one) => (
          <label key={one}>
            <input type="radio" name="role" checked={role === one} onChange={() => setRole(one)} />
            <span>
              <strong>{say.roles[one]}</strong>
              <span class="hint">{say.editorKeys[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="failure" role="alert">{failure}</p>
      <button class="primary">{say.editorKeys.make}</button>
    </form>
  );
}
