// Runs Azurite for as long as standard input stays open: the system closes that pipe when the parent ends, however it
// ends, so that no Azurite outlives its host.
"use strict";

// Ctrl+C reaches the whole process group. The host goes on working for a moment then, and needs its storage.
const ignore = () => {};
process.on("newListener", (event, listener) => {
  if (event === "SIGINT" && listener !== ignore) {
    setImmediate(() => process.removeListener(event, listener));
  }
});
process.on("SIGINT", ignore);

process.stdin.resume();
process.stdin.on("close", () => {
  // Azurite closes its stores on SIGTERM; it does not listen for it yet while it starts.
  if (!process.emit("SIGTERM")) {
    process.exit(0);
  }
  setTimeout(() => process.exit(0), 5000).unref();
});

require("azurite/dist/src/azurite.js");
