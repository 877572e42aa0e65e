import { goOnSignedIn } from "../api/session";
import { say } from "../words";
import { useModal } from "./Dialog";

const address = "/.auth/login/aad?post_login_redirect_uri=%2Fdesk";

/** The directory's sign-in has ended: it is done anew beside the desk, so that nothing here is lost. */
export function SignInAgain() {
  const dialog = useModal();
  return (
    <dialog ref={dialog} class="sign-in" aria-labelledby="sign-in-again-title" onCancel={(event) => event.preventDefault()}>
      <div class="stack">
        <h1 id="sign-in-again-title">{say.signIn.signedOut}</h1>
        <p>{say.signIn.signInAgain}</p>
        <p class="choices-row">
          <a class="button primary" href={address} target="_blank" rel="noopener">
            {say.signIn.signIn}
          </a>
          <button onClick={goOnSignedIn}>{say.signIn.goOn}</button>
        </p>
      </div>
    </dialog>
  );
}
