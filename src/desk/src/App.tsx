import { me } from "./api/me";
import { isReachable } from "./api/posts";
import { isAsking, isSignedOut, key } from "./api/session";
import { EditPage } from "./edit/EditPage";
import { PostsPage } from "./list/PostsPage";
import { MediaPage } from "./media/MediaPage";
import { Dialogs } from "./parts/Dialog";
import { showKeys, useKey } from "./parts/Keys";
import { Languages } from "./parts/Languages";
import { SignIn } from "./parts/SignIn";
import { SignInAgain } from "./parts/SignInAgain";
import { leave } from "./parts/SignOut";
import { Toasts } from "./parts/Toasts";
import { place } from "./router";
import { StatusPage } from "./status/StatusPage";
import { UploadPage } from "./upload/UploadPage";
import { personOf, say } from "./words";

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
              {say.unreachable}
            </p>
          )}
          <Page />
          {place.value.name !== "edit" && (
            <footer class="foot">
              <Languages />
            </footer>
          )}
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
      <a class="brand" href="#/" aria-label={say.allPosts}>
        <span aria-hidden="true">k</span>
      </a>
      <nav aria-label={say.desk}>
        {link("posts", "#/", say.pages.posts)}
        {link("media", "#/media", say.pages.media)}
        {link("upload", "#/upload", say.pages.upload)}
        {link("status", "#/status", say.pages.status)}
      </nav>
      {me.value && <span class="hint who">{personOf(me.value.name)}</span>}
      <button class="plain" onClick={leave}>
        {say.pages.signOut}
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
