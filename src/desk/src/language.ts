// Which language the desk speaks: what somebody chose in this browser, else the browser's, else the site's, else English.
import { site } from "./api/site";

/** By the names that their speakers know them by. */
export const languages = {
  de: "Deutsch",
  en: "English",
  es: "Español",
  fr: "Français",
  it: "Italiano",
  nl: "Nederlands",
  pt: "Português",
};

export type Language = keyof typeof languages;

const place = "kap-desk-language";

export const language: Language =
  known(localStorage.getItem(place)) ?? navigator.languages.map(known).find(Boolean) ?? known((await site).lang) ?? "en";

/** With the country of whoever is at the desk, where the browser says it: it decides how days and times are written. */
export const locale: string = navigator.languages.find((tag) => known(tag) === language) ?? language;

document.documentElement.lang = language;

/** Begins anew in another language. Text that is not saved is kept, as at any other time. */
export function choose(chosen: string): void {
  localStorage.setItem(place, chosen);
  location.reload();
}

function known(tag: string | null | undefined): Language | undefined {
  const base = tag?.toLowerCase().split(/[-_]/)[0] ?? "";
  return Object.hasOwn(languages, base) ? (base as Language) : undefined;
}
