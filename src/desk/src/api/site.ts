// What everybody may know of the site.
import { signal } from "@preact/signals";

interface Site {
  title?: string;
  lang?: string;
}

/** Its name; null until it is known. */
export const siteName = signal<string | null>(null);

/** Its language, which is that of most texts; undefined until it is known. */
export const siteLanguage = signal<string | undefined>(undefined);

/** Asked without a key: it stands on every page of the site. */
export const site: Promise<Site> = ask();

async function ask(): Promise<Site> {
  try {
    const response = await fetch("/api/settings", { headers: { Accept: "application/json" } });
    const answer = response.ok ? await response.json() : null;
    const known: Site = answer?.settings ?? answer ?? {};
    siteName.value = known.title ?? null;
    siteLanguage.value = known.lang;
    return known;
  } catch {
    // The desk goes by its own name then.
    return {};
  }
}
