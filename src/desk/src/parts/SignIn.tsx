import { useState } from "preact/hooks";
import { notSignedIn, problemOf } from "../api/http";
import { key, signIn, signedInAgain } from "../api/session";
import { siteName } from "../api/site";
import { useModal } from "./Dialog";

/** Asks for the key, at the beginning and whenever the server refuses the one in use. */
export function SignIn({ isRenewal }: { isRenewal: boolean }) {
  const dialog = useModal();
  const [failure, setFailure] = useState<string | null>(null);
  const [isChecking, setChecking] = useState(false);

  const enter = async (event: SubmitEvent) => {
    event.preventDefault();
    const entered = new FormData(event.target as HTMLFormElement).get("key")!.toString().trim();
    setChecking(true);
    const refusal = await check(entered);
    setChecking(false);
    setFailure(refusal);
    if (refusal === null) {
      signIn(entered);
    }
  };

  return (
    <dialog ref={dialog} class="sign-in" aria-labelledby="sign-in-title" onCancel={(event) => event.preventDefault()}>
      <form onSubmit={enter}>
        <h1 id="sign-in-title">{isRenewal ? "Your key is not accepted any more" : (siteName.value ?? "Desk")}</h1>
        <p>
          {isRenewal
            ? "Enter a key to go on. Your text is still here, and what you were doing continues."
            : "Enter your key to write. It stays in this tab until you close it, and never appears in an address."}
        </p>
        <label>
          Key
          <input name="key" type="password" required autocomplete="current-password" autofocus aria-describedby="sign-in-failure" />
        </label>
        <p id="sign-in-failure" class="failure" role="alert">
          {failure}
        </p>
        <button class="primary" disabled={isChecking}>
          {isChecking ? "Looking …" : isRenewal ? "Go on" : "Open the desk"}
        </button>
        {isRenewal && key.value !== null && <p class="hint">Somebody who runs the site makes a new key: kap keys add. On your own machine it is on the start screen.</p>}
      </form>
    </dialog>
  );
}

/** Null where the key opens the desk, else why not. */
async function check(entered: string): Promise<string | null> {
  try {
    const response = await fetch("/api/editor/me", { headers: { "x-functions-key": entered }, cache: "no-store" });
    if (response.ok) {
      return null;
    }

    const problem = await problemOf(response);
    if (problem?.type === notSignedIn) {
      await signedInAgain();
      return check(entered);
    }

    return response.status !== 401 && problem?.detail ? problem.detail : "This key does not open the desk. Check that it is whole.";
  } catch {
    return "The server cannot be reached. Try again in a moment.";
  }
}
