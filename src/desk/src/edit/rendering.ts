// What the text becomes, asked of the server whenever it has rested for a moment.
import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../api/files";
import { isTemporary, messageOf } from "../api/http";
import { render } from "../api/preview";
import type { EditSession } from "./session";

const delay = 150;

export class Rendering {
  readonly problems = signal<Problem[]>([]);
  /** The page as readers would get it; null where an error keeps it back. */
  readonly page = signal<string | null>(null);
  /** In minutes, as readers are told. */
  readonly readingTime = signal<number | null>(null);
  /** The end of its address, as the renderer makes it. */
  readonly slug = signal<string | null>(null);
  /** The title as the renderer understands it. */
  readonly title = signal<string | null>(null);

  /** Whether the text is known to be a draft: there are more ways to say so than the desk knows. */
  readonly isDraft = computed(() => this.draft.value === this.session.text.value);

  private readonly draft = signal<string | null>(null);
  private readonly end: () => void;
  private asked?: AbortController;
  private timer?: number;

  constructor(private readonly session: EditSession) {
    this.end = effect(() => {
      void session.text.value;
      void (session.phase.value === "loading");
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.render(), delay);
    });
  }

  stop(): void {
    this.end();
    clearTimeout(this.timer);
    this.asked?.abort();
  }

  private async render(): Promise<void> {
    this.asked?.abort();
    if (!this.session.isPost || this.session.phase.value === "loading") {
      return;
    }

    this.asked = new AbortController();
    const { signal } = this.asked;
    const text = this.session.text.value;
    try {
      const rendering = await render(this.session.path, text, signal);
      batch(() => {
        this.problems.value = rendering.problems;
        this.page.value = rendering.page;
        this.readingTime.value = rendering.post?.reading_time ?? null;
        this.slug.value = rendering.post?.slug ?? null;
        this.title.value = rendering.post?.title ?? null;
        this.draft.value = rendering.draft ? text : null;
      });
    } catch (error) {
      // What is shown stays, and the next key asks again.
      if (!signal.aborted && !isTemporary(error)) {
        this.session.failure.value = messageOf(error);
      }
    }
  }
}
