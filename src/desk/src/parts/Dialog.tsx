import { signal } from "@preact/signals";
import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { say } from "../words";

interface Shown {
  title: string;
  isWide?: boolean;
  body: ComponentChildren;
}

const shown = signal<Shown | null>(null);

export const openDialog = (dialog: Shown): void => {
  shown.value = dialog;
};

export const closeDialog = (): void => {
  shown.value = null;
};

/** The one dialog that may be open. Escape closes it. */
export function Dialogs() {
  return shown.value && <Dialog key={shown.value.title} {...shown.value} onClose={closeDialog} />;
}

export function Dialog({ title, isWide, body, onClose }: Shown & { onClose(): void }) {
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      class={isWide ? "wide" : undefined}
      aria-labelledby="dialog-title"
      onClose={onClose}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div class="dialog-head">
        <h2 id="dialog-title">{title}</h2>
        <button class="plain" aria-label={say.close} onClick={onClose}>
          ×
        </button>
      </div>
      {body}
    </dialog>
  );
}

/** Shows a dialog over everything else for as long as it is there; the focus goes back to where it came from. */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current!.showModal();
    // Only after the dialog is out of the page can anything behind it take the focus.
    return () => queueMicrotask(() => before instanceof HTMLElement && before.focus());
  }, []);
  return dialog;
}
