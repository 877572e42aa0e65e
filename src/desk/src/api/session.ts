// The key: entered once, kept for this browser tab's session, sent as a header and never in an address. Where the site's editors sign in
// to their directory, there is none: a cookie of the platform says who they are.
import { signal } from "@preact/signals";

const place = "kap-desk-key";

export const usesAccounts = document.body.dataset.signIn === "account";

/** The key in use; null until somebody signs in, and empty where there are accounts. */
export const key = signal<string | null>(usesAccounts ? "" : sessionStorage.getItem(place));

/** True while a request waits for a new key, because the old one was refused. */
export const isAsking = signal(key.value === null);

let waiting: (() => void)[] = [];

/** Takes a key, and lets the requests that wait for one go on. */
export function signIn(entered: string): void {
  sessionStorage.setItem(place, entered);
  key.value = entered;
  isAsking.value = false;
  waiting.forEach((goOn) => goOn());
  waiting = [];
}

export function signOut(): void {
  if (usesAccounts) {
    location.assign("/.auth/logout?post_logout_redirect_uri=%2Fdesk");
    return;
  }

  sessionStorage.removeItem(place);
  key.value = null;
  isAsking.value = true;
}

/** True while a request waits for its user to sign in to the directory again. */
export const isSignedOut = signal(false);

let waitingForAccount: (() => void)[] = [];

/** Ends once the user says that they are signed in again. */
export function signedInAgain(): Promise<void> {
  isSignedOut.value = true;
  return new Promise((goOn) => waitingForAccount.push(goOn));
}

/** Lets the requests that wait for a sign-in go on; where it did not succeed, they ask again. */
export function goOnSignedIn(): void {
  isSignedOut.value = false;
  waitingForAccount.forEach((goOn) => goOn());
  waitingForAccount = [];
}

/** Ends once there is another key than `refused`. */
export function renewed(refused: string | null): Promise<void> {
  if (key.value !== refused) {
    return Promise.resolve();
  }

  isAsking.value = true;
  return new Promise((goOn) => waiting.push(goOn));
}
