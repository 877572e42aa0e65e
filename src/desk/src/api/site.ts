// What everybody may know of the site.
import { signal } from "@preact/signals";

/** Its name; null until it is known. */
export const siteName = signal<string | null>(null);

/** Asked without a key: it stands on every page of the site. */
export async function learnSiteName(): Promise<void> {
  try {
    const response = await fetch("/api/settings", { headers: { Accept: "application/json" } });
    const answer = response.ok ? await response.json() : null;
    siteName.value = answer?.settings?.title ?? answer?.title ?? null;
  } catch {
    // The desk goes by its own name then.
  }
}
