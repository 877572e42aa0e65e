import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { hasMoved } from "../router";

/** The heading of a page. Whoever comes here from another page of the desk finds the focus on it. */
export function PageTitle({ children, dir }: { children: ComponentChildren; dir?: "auto" }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (hasMoved()) {
      heading.current!.focus();
    }
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} dir={dir}>
      {children}
    </h1>
  );
}
