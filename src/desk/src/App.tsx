import { me } from "./api/me";
import { isReachable } from "./api/posts";
import { isAsking, isSignedOut, key } from "./api/session";
import { EditPage } from "./edit/EditPage";
import { PostsPage } from "./list/PostsPage";
import { MediaPage } from "./media/MediaPage";
import { Dialogs } from "./parts/Dialog";
import { showKeys, useKey } from "./parts/Keys";
import { SignIn } from "./parts/SignIn";
import { SignInAgain } from "./parts/SignInAgain";
import { leave } from "./parts/SignOut";
import { Toasts } from "./parts/Toasts";
import { place } from "./router";
import { StatusPage } from "./status/StatusPage";
import { UploadPage } from "./upload/UploadPage";

/** The whole desk. A refused key covers it until there is another one; nothing underneath is lost. */
export function App() {
  useKey("?", showKeys);
  return (
    <>
      {key.value !== null && (
        <>
          <TopBar />
          {!isReachable.value && (
            <p class="band" role="status">
              The server cannot be reached at the moment. What you write is kept in this browser.
            </p>
          )}
          <Page />
        </>
      )}
      {isAsking.value && <SignIn isRenewal={key.value !== null} />}
      {isSignedOut.value && <SignInAgain />}
      <Dialogs />
      <Toasts />
    </>
  );
}

function TopBar() {
  const here = place.value.name;
  const link = (name: string, address: string, words: string) => (
    <a href={address} aria-current={here === name ? "page" : undefined}>
      {words}
    </a>
  );
  return (
    <header class="top">
      <a class="brand" href="#/" aria-label="Desk, all posts">
        <span aria-hidden="true">k</span>
      </a>
      <nav aria-label="Desk">
        {link("posts", "#/", "Posts")}
        {link("media", "#/media", "Media")}
        {link("upload", "#/upload", "Upload")}
        {link("status", "#/status", "Status")}
      </nav>
      {me.value && <span class="hint who">{me.value.name}</span>}
      <button class="plain" onClick={leave}>
        Sign out
      </button>
    </header>
  );
}

function Page() {
  const here = place.value;
  switch (here.name) {
    case "edit":
      return <EditPage key={here.path} path={here.path} />;
    case "media":
      return <MediaPage />;
    case "upload":
      return <UploadPage />;
    case "status":
      return <StatusPage />;
    default:
      return <PostsPage key={here.filter} begin={here.filter} />;
  }
}
