import { useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { fetchPicture } from "../api/media";
import { closeDialog, openDialog } from "../parts/Dialog";
import { toast } from "../parts/Toasts";
import { say } from "../words";
import { foreignPictures, hostOf, moved, plainAddress } from "./foreignPictures";
import { storePicture } from "./pictures";
import type { EditSession } from "./session";

export const askForPictures = (session: EditSession): void =>
  openDialog({ title: say.fetching.title, body: <Fetching session={session} /> });

/** Fetches those that are chosen, stores them, and has the text show them. */
function Fetching({ session }: { session: EditSession }) {
  const addresses = foreignPictures(session.text.value);
  const [chosen, setChosen] = useState(new Set(addresses));
  const [state, setState] = useState<string | null>(null);
  const [failures, setFailures] = useState<string[]>([]);
  const choose = (address: string, isChosen: boolean) => {
    const all = new Set(chosen);
    isChosen ? all.add(address) : all.delete(address);
    setChosen(all);
  };

  const fetchAll = async (event: SubmitEvent) => {
    event.preventDefault();
    const wanted = addresses.filter((address) => chosen.has(address));
    const failed: string[] = [];
    for (const [at, address] of wanted.entries()) {
      setState(say.fetching.at(at + 1, wanted.length));
      try {
        const stored = await storePicture(await fetchPicture(plainAddress(address)), session);
        if (stored) {
          session.text.value = moved(session.text.value, address, stored.address);
          setChosen((all) => new Set([...all].filter((one) => one !== address)));
        }
      } catch (error) {
        failed.push(`${address}: ${messageOf(error)}`);
      }
    }

    setState(null);
    setFailures(failed);
    if (failed.length === 0) {
      closeDialog();
      toast(say.fetching.done(wanted.length));
    }
  };

  if (addresses.length === 0) {
    return <p>{say.fetching.none}</p>;
  }

  return (
    <form class="stack" onSubmit={fetchAll}>
      <p>{say.fetching.why}</p>
      <ul class="stack">
        {addresses.map((address) => (
          <li key={address}>
            <label class="check">
              <input type="checkbox" checked={chosen.has(address)} onChange={(event) => choose(address, event.currentTarget.checked)} />
              <span>
                {nameOf(address)} <span class="hint">{hostOf(address)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {failures.map((failure) => (
        <p class="failure" role="alert" key={failure}>
          {failure}
        </p>
      ))}
      <button class="primary" disabled={state !== null || chosen.size === 0}>
        {state ?? say.fetching.fetch(chosen.size)}
      </button>
    </form>
  );
}

const nameOf = (address: string): string => plainAddress(address).replace(/[?#].*$/, "").split("/").at(-1) || address;
