import { signal } from "@preact/signals";

const query = matchMedia("(min-width: 64rem)");

/** Whether two things fit beside each other. */
export const isWide = signal(query.matches);

query.addEventListener("change", () => {
  isWide.value = query.matches;
});
