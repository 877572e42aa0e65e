import { useState } from "preact/hooks";
import type { Value } from "./frontMatter";

interface Lines {
  label: string;
  hint?: string;
  value: string[];
  set(value: Value | null): void;
}

/** A list with one item on each line. */
export function LinesField({ label, hint, value, set }: Lines) {
  const [typed, setTyped] = useState(value.join("\n"));
  // Somebody else, such as undo, changed it.
  const shown = linesOf(typed).join("\n") === value.join("\n") ? typed : value.join("\n");
  const take = (text: string) => {
    setTyped(text);
    const lines = linesOf(text);
    set(lines.length > 0 ? lines : null);
  };
  return (
    <label>
      {label} {hint && <span class="hint">{hint}</span>}
      <textarea rows={Math.max(2, shown.split("\n").length)} value={shown} onInput={(event) => take(event.currentTarget.value)} />
    </label>
  );
}

const linesOf = (text: string): string[] => text.split("\n").map((line) => line.trim()).filter(Boolean);
