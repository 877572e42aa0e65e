// What tests/patterns.sh runs: each pattern of .NET as JavaScript writes it, and what recheck says of it.
import { readFileSync } from "node:fs";
import { checkSync } from "recheck";

const timeout = 8000;
const letters = { IgnoreCase: "i", Multiline: "m", Singleline: "s" };

/** Anchors of .NET, atomic groups, which only make a pattern faster, and names given twice. */
function written(pattern) {
  const names = new Set();
  return pattern
    .replace(/\\A/g, "^")
    .replace(/\\[zZ]/g, "$")
    .replace(/\\G/g, "")
    .replace(/\\(["'#@:;,<>=!&%~` ])/g, "$1")
    .replace(/\(\?<([A-Za-z]+)>/g, (group, name) => (names.has(name) ? "(" : (names.add(name), group)));
}

function check(pattern, options) {
  const flags = Object.keys(letters).filter((name) => options.includes(name)).map((name) => letters[name]).join("");
  const found = checkSync(written(pattern), `u${flags}`, { timeout });
  return found.status === "unknown" && found.error.kind === "invalid" ? checkSync(written(pattern), flags, { timeout }) : found;
}

const patterns = JSON.parse(readFileSync(process.argv[2], "utf8"));
const count = { safe: 0, polynomial: 0, exponential: 0, unknown: 0 };
for (const [name, pattern, options] of patterns) {
  // recheck knows no atomic group; one that it would find slow without them is looked at by a person.
  const isAtomic = pattern.includes("(?>");
  const found = check(pattern.replaceAll("(?>", "(?:"), options);
  const kind = found.status === "vulnerable" ? found.complexity.type : found.status;
  count[kind]++;
  if (kind !== "safe") {
    console.log(`${kind}${isAtomic ? ", but for its atomic groups" : ""}: ${name}: ${found.attack?.pattern ?? found.error?.kind}`);
  }

  if (kind === "exponential" && !isAtomic) {
    process.exitCode = 1;
  }
}

console.log(`${patterns.length} patterns:`, count);
