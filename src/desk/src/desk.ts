import { h, render } from "preact";
import { effect } from "@preact/signals";
import { learnMe } from "./api/me";
import { startFollowing } from "./api/posts";
import { key } from "./api/session";
import { learnSiteName } from "./api/site";
import { App } from "./App";

startFollowing();
effect(() => {
  if (key.value !== null) {
    // Where it cannot be learned now, the server still refuses what it must.
    void learnMe().catch(() => undefined);
  }
});
void learnSiteName();
render(h(App, {}), document.getElementById("desk")!);
