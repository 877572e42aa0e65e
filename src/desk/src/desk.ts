import { h, render } from "preact";
import { effect } from "@preact/signals";
import { learnMe } from "./api/me";
import { startFollowing } from "./api/posts";
import { key } from "./api/session";
import { App } from "./App";
import { say } from "./words";

startFollowing();
effect(() => {
  if (key.value !== null) {
    // Where it cannot be learned now, the server still refuses what it must.
    void learnMe().catch(() => undefined);
  }
});
document.title = say.desk;
render(h(App, {}), document.getElementById("desk")!);
