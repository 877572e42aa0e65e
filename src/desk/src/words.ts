// What the desk says, and times, sizes and counts as people read them, in the language of whoever is at it.
import { language, locale, type Language } from "./language";
import type { Words } from "./words/en";

/** What goes with a number, which stands in it for #. */
export type Plural = (number: number, one: string, other: string) => string;

const load: Record<Language, () => Promise<{ default(plural: Plural): Words }>> = {
  de: () => import("./words/de"),
  en: () => import("./words/en"),
  es: () => import("./words/es"),
  fr: () => import("./words/fr"),
  it: () => import("./words/it"),
  nl: () => import("./words/nl"),
  pt: () => import("./words/pt"),
};

const rules = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const kilobytes = new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte" });
const megabytes = new Intl.NumberFormat(locale, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 });
const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium" });
const clock = new Intl.DateTimeFormat(locale, { timeStyle: "short" });

/** Here before anything that is shown, so that tables of what there is can name it. */
export const say: Words = (await load[language]()).default((number, one, other) =>
  (rules.select(number) === "one" ? one : other).replace("#", numberOf(number)),
);

export const numberOf = (number: number): string => numbers.format(number);
export const momentOf = (time: string | number | Date): string => moment.format(new Date(time));
export const dayOf = (time: string): string => day.format(new Date(time));
export const clockOf = (time: number): string => clock.format(new Date(time));

export const sizeOf = (bytes: number): string =>
  bytes < 1 << 20 ? kilobytes.format(Math.ceil(bytes / 1024)) : megabytes.format(bytes / (1 << 20));

/** Who did something. A key that goes by the name of its role is called as the role is. */
export const personOf = (name: string): string => (Object.hasOwn(say.roles, name) ? say.roles[name as keyof Words["roles"]] : name);

/** A title as part of a file's name. */
export function slugOf(title: string): string {
  const plain = title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 80) || say.newPost.untitled;
}
