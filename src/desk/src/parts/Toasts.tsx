import { signal } from "@preact/signals";

interface Toast {
  id: number;
  text: string;
  action?: { words: string; run(): void };
}

const shownFor = 10000;
const toasts = signal<Toast[]>([]);
let last = 0;

/** Says something for a while, with one thing that can be done about it. */
export function toast(text: string, action?: Toast["action"]): void {
  const one = { id: ++last, text, action };
  toasts.value = [...toasts.value, one];
  setTimeout(() => dismiss(one.id), shownFor);
}

const dismiss = (id: number) => {
  toasts.value = toasts.value.filter((one) => one.id !== id);
};

export function Toasts() {
  return (
    <div class="toasts" role="status" aria-live="polite">
      {toasts.value.map((one) => (
        <div class="toast" key={one.id}>
          <span>{one.text}</span>
          {one.action && (
            <button
              onClick={() => {
                dismiss(one.id);
                one.action!.run();
              }}
            >
              {one.action.words}
            </button>
          )}
          <button aria-label="Dismiss" onClick={() => dismiss(one.id)}>
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
