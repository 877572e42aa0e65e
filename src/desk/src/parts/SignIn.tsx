import { useState } from "preact/hooks";
import { notSignedIn, problemOf } from "../api/http";
import { key, signIn, signedInAgain } from "../api/session";
import { siteName } from "../api/site";
import { say } from "../words";
import { useModal } from "./Dialog";
import { Languages } from "./Languages";

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
        <h1 id="sign-in-title">{isRenewal ? say.signIn.refusedLater : (siteName.value ?? say.desk)}</h1>
        <p>{isRenewal ? say.signIn.enterAnother : say.signIn.enterKey}</p>
        <label>
          {say.signIn.key}
          <input name="key" type="password" required autocomplete="current-password" autofocus aria-describedby="sign-in-failure" />
        </label>
        <p id="sign-in-failure" class="failure" role="alert">
          {failure}
        </p>
        <button class="primary" disabled={isChecking}>
          {isChecking ? say.signIn.looking : isRenewal ? say.signIn.goOn : say.signIn.open}
        </button>
        {isRenewal && key.value !== null && <p class="hint">{say.signIn.whoMakesKeys}</p>}
        {!isRenewal && <Languages />}
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

    return response.status !== 401 && problem?.detail ? problem.detail : say.signIn.refused;
  } catch {
    return say.signIn.unreachable;
  }
}
