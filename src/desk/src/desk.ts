import { h, render } from "preact";
import { startFollowing } from "./api/posts";
import { learnSiteName } from "./api/site";
import { App } from "./App";

startFollowing();
void learnSiteName();
render(h(App, {}), document.getElementById("desk")!);
