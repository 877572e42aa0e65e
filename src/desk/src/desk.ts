import { h, render } from "preact";
import { startFollowing } from "./api/posts";
import { App } from "./App";

startFollowing();
render(h(App, {}), document.getElementById("desk")!);
