import type { ComponentChildren } from "preact";

/** A sentence with what stands in the place of its `{holes}`. */
export const filled = (sentence: string, holes: Record<string, ComponentChildren>): ComponentChildren[] =>
  sentence.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? holes[part] : part));
