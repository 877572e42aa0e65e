import { signal } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { say } from "../words";

interface Toast {
  id: number;
  text: string;
  action?: { words: string; run(): void };
}

const shownFor = 10_000;

/** What can be undone stays long enough to be read, thought about, and reached by keys. */
const shownForWithAction = 60_000;

const toasts = signal<Toast[]>([]);
let last = 0;

/** Says something for a while, with one thing that can be done about it. */
export function toast(text: string, action?: Toast["action"]): void {
  toasts.value = [...toasts.value, { id: ++last, text, action }];
}

const dismiss = (id: number) => {
  toasts.value = toasts.value.filter((one) => one.id !== id);
};

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((one) => (
        <Shown key={one.id} toast={one} />
      ))}
    </div>
  );
}

/** It does not go while the pointer or the focus is on it. */
function Shown({ toast: { id, text, action } }: { toast: Toast }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    const timer = isHeld ? undefined : setTimeout(() => dismiss(id), action ? shownForWithAction : shownFor);
    return () => clearTimeout(timer);
  }, [isHeld]);
  const hold = () => setHeld(true);
  const letGo = () => setHeld(false);
  return (
    <div class="toast" onMouseEnter={hold} onMouseLeave={letGo} onFocusIn={hold} onFocusOut={letGo}>
      <span>{text}</span>
      {action && (
        <button
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.words}
        </button>
      )}
      <button aria-label={say.dismiss} onClick={() => dismiss(id)}>
        ×
      </button>
    </div>
  );
}
