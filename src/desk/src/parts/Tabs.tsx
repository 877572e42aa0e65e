import { useRef } from "preact/hooks";

export interface Tab<Name extends string> {
  name: Name;
  words: string;
}

interface TabsOf<Name extends string> {
  label: string;
  tabs: Tab<Name>[];
  shown: Name;
  onShow(name: Name): void;
}

/** Tabs as https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ has them: one stop for the Tab key, arrows between them. */
export function Tabs<Name extends string>({ label, tabs, shown, onShow }: TabsOf<Name>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({ name }) => name === shown);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const { name } = tabs[(to + tabs.length) % tabs.length]!;
      onShow(name);
      list.current!.querySelector<HTMLElement>(`#tab-${name}`)!.focus();
    }
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map(({ name, words }) => (
        <button
          key={name}
          role="tab"
          id={`tab-${name}`}
          aria-selected={shown === name}
          aria-controls={shown === name ? `pane-${name}` : undefined}
          tabIndex={shown === name ? 0 : -1}
          onClick={() => onShow(name)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
