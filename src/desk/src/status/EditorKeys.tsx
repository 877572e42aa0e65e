import { useEffect, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { addKey, listKeys, revokeKey, type EditorKey } from "../api/keys";
import { me, type Role } from "../api/me";
import { closeDialog, openDialog } from "../parts/Dialog";
import { toast } from "../parts/Toasts";
import { dayOf } from "../words";

const roles: { role: Role; words: string }[] = [
  { role: "author", words: "Writes drafts and next versions, adds media." },
  { role: "editor", words: "Publishes and deletes, too." },
  { role: "owner", words: "Has settings, theme, rendering anew and keys, too." },
];

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
      <h2>Keys</h2>
      {failure && <p class="notice error" role="alert">{failure}</p>}
      <ul class="report" aria-label="Keys">
        {keys?.map((key) => (
          <li key={key.name}>
            <span>{key.name}</span>
            <span class="hint">
              {key.role}, {key.last_used ? `last used ${dayOf(key.last_used)}` : "never used"}
            </span>
            {key.name === me.value?.name ? <span class="hint">yours</span> : <button aria-label={`Revoke the key of ${key.name}`} onClick={() => askToRevoke(key, look)}>Revoke</button>}
          </li>
        ))}
      </ul>
      <p>
        <button onClick={() => openDialog({ title: "New key", body: <NewKey onMade={look} /> })}>New key</button>
      </p>
    </>
  );
}

function askToRevoke({ name }: EditorKey, onDone: () => void): void {
  const revoke = async () => {
    closeDialog();
    try {
      await revokeKey(name);
      toast(`The key of ${name} is revoked.`);
    } catch (error) {
      toast(messageOf(error));
    }

    onDone();
  };
  openDialog({
    title: `Revoke the key of ${name}?`,
    body: (
      <div class="stack">
        <p>Within ten seconds it opens nothing. What {name} has written stays, and text that is not saved yet stays in their browser.</p>
        <p class="choices-row">
          <button class="primary" onClick={revoke}>Revoke it</button>
          <button onClick={closeDialog}>Keep it</button>
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
        <p>This is the key of {name.trim()}. It is shown this once: hand it over by a way that nobody else reads.</p>
        <label>
          Key of {name.trim()}
          <input readOnly value={made} autofocus onFocus={(event) => event.currentTarget.select()} />
        </label>
        <button class="primary" onClick={closeDialog}>Done</button>
      </div>
    );
  }

  return (
    <form class="stack" onSubmit={make}>
      <label>
        Whose it is
        <input required autofocus maxLength={60} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <fieldset class="choices">
        <legend>Role</legend>
        {roles.map((one) => (
          <label key={one.role}>
            <input type="radio" name="role" checked={role === one.role} onChange={() => setRole(one.role)} />
            <span>
              <strong>{one.role}</strong>
              <span class="hint">{one.words}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <p class="failure" role="alert">{failure}</p>
      <button class="primary">Make the key</button>
    </form>
  );
}
