// Shows what is found while the reader types. Without this script the form does the same, one press later.
const form = document.querySelector("form.search");
const input = form?.elements.namedItem("q");
const results = document.getElementById("results");
const pause = 200;

let waiting;
let asking;

const addressOf = (question) => (question ? `/search/?q=${encodeURIComponent(question)}` : "/search/");

/** The word that is still being typed stands for all that begin like it, unless it is inside quotation marks. */
const unfinished = (question) =>
  /[\p{L}\p{N}]{2}$/u.test(question) && question.split('"').length % 2 ? `${question}*` : question;

async function show(isTyping) {
  const question = input.value.trim();
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(addressOf(isTyping ? unfinished(question) : question), { signal: asking.signal });
    if (!answer.ok) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    results.replaceChildren(...page.getElementById("results").childNodes);
    history.replaceState(null, "", addressOf(question));
  } catch (failure) {
    // A newer question took its place, or the network is away: then the form's button still asks.
    if (failure.name !== "AbortError" && !(failure instanceof TypeError)) {
      throw failure;
    }
  }
}

if (input && results) {
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, pause, true);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    show(false);
  });
}
