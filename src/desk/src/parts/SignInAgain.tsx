import { goOnSignedIn } from "../api/session";
import { useModal } from "./Dialog";

const address = "/.auth/login/aad?post_login_redirect_uri=%2Fdesk";

/** The directory's sign-in has ended: it is done anew beside the desk, so that nothing here is lost. */
export function SignInAgain() {
  const dialog = useModal();
  return (
    <dialog ref={dialog} class="sign-in" aria-labelledby="sign-in-again-title" onCancel={(event) => event.preventDefault()}>
      <div class="stack">
        <h1 id="sign-in-again-title">You were signed out</h1>
        <p>Sign in again in a new tab, then come back here. Your text is still here, and what you were doing continues.</p>
        <p class="choices-row">
          <a class="button primary" href={address} target="_blank" rel="noopener">
            Sign in
          </a>
          <button onClick={goOnSignedIn}>Go on</button>
        </p>
      </div>
    </dialog>
  );
}
