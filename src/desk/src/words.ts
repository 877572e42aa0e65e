// Times, sizes and counts, as people read them.
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });

export const momentOf = (time: string | number | Date): string => moment.format(new Date(time));
export const dayOf = (time: string): string => day.format(new Date(time));
export const clockOf = (time: number): string => clock.format(new Date(time));

export function sizeOf(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

export const countOf = (number: number, one: string, many = one + "s"): string => `${number} ${number === 1 ? one : many}`;

/** A title as part of a file's name. */
export function slugOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 80) || "untitled";
}
