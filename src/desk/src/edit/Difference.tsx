import { useEffect, useRef } from "preact/hooks";
import { showDifference, type Sides } from "./merge";

/** What differs between two texts. */
export function Difference(sides: Sides & { isNarrow?: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const isNarrow = sides.isNarrow || !matchMedia("(min-width: 48rem)").matches;
  useEffect(() => showDifference(place.current!, sides, isNarrow), [sides.old, sides.now]);
  return <div class="difference" ref={place} />;
}
