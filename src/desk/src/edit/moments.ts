// Moments between front matter, which names its zone, and the browser's fields, which show their reader's clock.

const minutes = (time: Date) => new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);

const day = /^\d{4}-\d{2}-\d{2}$/;

/** This minute, as a field holds it. */
export const localNow = (): string => minutes(new Date());

/** A date of the file as the browser's field wants it; a day alone is its midnight, and what is no date is "". */
export function localOf(value: unknown): string {
  const text = typeof value === "string" ? value : "";
  if (day.test(text)) {
    return `${text}T00:00`;
  }

  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? "" : minutes(time);
}

/**
 * Whether a date of the file may still be ahead for the site: a day alone begins by the site's clock, which the browser does
 * not know and which may be twelve hours behind UTC.
 */
export function mayBeAhead(value: unknown): boolean {
  return typeof value === "string" && day.test(value)
    ? Date.now() < Date.parse(`${value}T12:00Z`)
    : localOf(value) > localNow();
}

/** What the field holds is meant as its reader's clock shows it, so the zone is written with it. */
export function zonedOf(local: string): string | null {
  if (local === "") {
    return null;
  }

  const offset = -new Date(local).getTimezoneOffset();
  const two = (number: number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  return `${local}:00${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}
