// One file that is being edited: its text, what stands in storage, and everything that may come between the two.
import { batch, computed, effect, signal } from "@preact/signals";
import { ApiError, isTemporary, messageOf } from "../api/http";
import { deleteFile, readFile, restoreFile, writeFile, type Edited, type Post, type Problem } from "../api/files";
import { findPost, posts, refreshPosts } from "../api/posts";
import { render } from "../api/preview";
import { key } from "../api/session";
import { dropDraft, findDraft, keepDraft } from "./drafts";

export type Phase = "loading" | "ready" | "saving" | "offline" | "failed";

export interface Conflict {
  /** What the other editor wrote; null where the file was deleted. */
  text: string | null;
  etag: string | null;
}

const previewDelay = 150;
const tryAgainAfter = 4000;

export class EditSession {
  readonly text = signal("");
  readonly saved = signal<string | null>(null);
  readonly etag = signal<string | null>(null);
  readonly phase = signal<Phase>("loading");
  readonly failure = signal<string | null>(null);
  readonly problems = signal<Problem[]>([]);
  /** The page as readers would get it; null where an error keeps it back. */
  readonly page = signal<string | null>(null);
  /** In minutes, as readers are told. */
  readonly readingTime = signal<number | null>(null);
  /** Files on their way to storage. */
  readonly storing = signal(0);
  /** The title as the renderer understands it. */
  readonly title = signal<string | null>(null);
  readonly post = signal<Post | null>(null);
  readonly conflict = signal<Conflict | null>(null);
  readonly savedAt = signal<number | null>(null);
  /** When the unsaved text that was found in this browser was written; null where none was. */
  readonly recoveredAt = signal<number | null>(null);
  readonly isKept = signal(true);

  readonly isChanged = computed(() => this.phase.value !== "loading" && this.text.value !== (this.saved.value ?? ""));

  /** How the version that is open stands: the list has it fresher than the last save, unless it is a moment behind. */
  readonly standing = computed(() => {
    const listed = findPost(this.path);
    const isSame = listed && this.etag.value !== null && plain(listed.etag) === plain(this.etag.value);
    return isSame || this.post.value === null ? (listed ?? null) : this.post.value;
  });

  /** Somebody else saved a newer version while this one is open. */
  readonly isOvertaken = computed(() => {
    const known = findPost(this.path)?.etag;
    return (
      this.phase.value === "ready" &&
      known !== undefined &&
      this.etag.value !== null &&
      plain(known) !== plain(this.etag.value) &&
      !this.written.has(plain(known))
    );
  });

  /** Somebody else deleted the file while it is open: the list had it, and has it no more. */
  readonly isGone = computed(() => {
    const isListed = findPost(this.path) !== undefined;
    return posts.value !== null && !isListed && this.wasListed && this.phase.value === "ready" && this.saved.value !== null;
  });

  private wasListed = false;

  /** Versions that this session wrote: the list may be a moment behind. */
  private readonly written = new Set<string>();
  private readonly endings: (() => void)[] = [];
  private asked?: AbortController;
  private again?: number;

  constructor(readonly path: string) {
    this.endings.push(
      effect(() => {
        this.wasListed ||= findPost(path) !== undefined;
      }),
      this.later(previewDelay, () => void this.preview()),
      // At once, so that what is said to be kept is kept: for a post this takes a fraction of a millisecond.
      effect(() => this.keep()),
    );
    const warn = (event: BeforeUnloadEvent) => {
      this.keep();
      if (this.isChanged.value) {
        event.preventDefault();
      }
    };
    const online = () => this.phase.value === "offline" && void this.save();
    addEventListener("beforeunload", warn);
    addEventListener("online", online);
    this.endings.push(
      () => removeEventListener("beforeunload", warn),
      () => removeEventListener("online", online),
    );
  }

  get isSettings(): boolean {
    return this.path === "site.yaml";
  }

  get isPost(): boolean {
    return /^(posts|pages)\/.*\.(md|markdown)$/i.test(this.path);
  }

  /** Reads the file; unsaved text in this browser comes before what stands in storage. */
  async open(): Promise<void> {
    try {
      const file = await readFile(this.path);
      const draft = findDraft(this.path);
      batch(() => {
        this.saved.value = file?.text ?? null;
        this.etag.value = draft ? draft.etag : (file?.etag ?? null);
        this.text.value = draft?.text ?? file?.text ?? "";
        this.recoveredAt.value = draft && draft.text !== file?.text && file !== null ? draft.at : null;
        this.post.value = findPost(this.path) ?? null;
        this.phase.value = "ready";
        this.failure.value = null;
      });
    } catch (error) {
      this.phase.value = "failed";
      this.failure.value = messageOf(error);
    }
  }

  /** Writes the text and publishes it. While the network is away it tries again by itself. */
  async save(): Promise<boolean> {
    if (this.phase.value === "saving" || this.phase.value === "loading" || (!this.isChanged.value && this.saved.value !== null)) {
      return !this.isChanged.value;
    }

    clearTimeout(this.again);
    this.keep();
    this.phase.value = "saving";
    const text = this.text.value;
    try {
      this.take(await writeFile(this.path, text, this.etag.value), text);
      return true;
    } catch (error) {
      await this.explain(error);
      return false;
    }
  }

  /** Writes this text over the other editor's, which stays among the versions. */
  async keepMine(): Promise<void> {
    this.etag.value = this.conflict.value?.etag ?? null;
    this.conflict.value = null;
    this.saved.value = null;
    await this.save();
  }

  /** Goes on with the other editor's text. */
  keepTheirs(): void {
    const theirs = this.conflict.value!;
    batch(() => {
      this.conflict.value = null;
      this.saved.value = theirs.text;
      this.etag.value = theirs.etag;
      this.text.value = theirs.text ?? "";
    });
  }

  /** Shows the newer version beside this text. */
  async compare(): Promise<void> {
    const theirs = await readFile(this.path);
    this.conflict.value = { text: theirs?.text ?? null, etag: theirs?.etag ?? null };
  }

  /** Throws the unsaved text away. */
  async discard(): Promise<void> {
    dropDraft(this.path);
    this.recoveredAt.value = null;
    await this.open();
  }

  /** Deletes the file; returns what brings it back, with the text that was not saved. */
  async remove(): Promise<() => Promise<void>> {
    const unsaved = this.isChanged.value ? this.text.value : null;
    this.phase.value = "saving";
    try {
      await deleteFile(this.path, this.etag.value!);
    } catch (error) {
      this.phase.value = "ready";
      throw error;
    }

    dropDraft(this.path);
    this.saved.value = this.text.value;
    await refreshPosts();
    return async () => {
      const { etag } = await restoreFile(this.path, null, null);
      if (unsaved !== null) {
        keepDraft(this.path, unsaved, etag);
      }

      await refreshPosts();
    };
  }

  /** Makes a kept version the current one; returns the text that it replaced where that was not saved. */
  async restore(version: string, text: string): Promise<string | null> {
    const unsaved = this.isChanged.value ? this.text.value : null;
    try {
      const edited = await restoreFile(this.path, version, this.saved.value === null ? null : this.etag.value);
      this.text.value = text;
      this.take(edited, text);
      return unsaved;
    } catch (error) {
      if (error instanceof ApiError && error.status === 412) {
        await this.compare();
      }

      throw error;
    }
  }

  /** Takes over what a save or a restore came to. */
  take(edited: Edited, text: string): void {
    this.written.add(plain(edited.etag!));
    batch(() => {
      this.etag.value = edited.etag;
      this.saved.value = text;
      this.post.value = edited.post;
      this.problems.value = edited.problems;
      this.savedAt.value = Date.now();
      this.recoveredAt.value = null;
      this.failure.value = null;
      this.phase.value = "ready";
    });
    // The list follows by itself as well; that it cannot be had now is told of at the top.
    void refreshPosts().catch(() => undefined);
  }

  close(): void {
    this.keep();
    clearTimeout(this.again);
    this.asked?.abort();
    this.endings.forEach((end) => end());
  }

  private async explain(error: unknown): Promise<void> {
    if (error instanceof ApiError && error.status === 412) {
      this.phase.value = "ready";
      await this.compare().catch((failed) => this.fail(failed));
    } else if (isTemporary(error)) {
      this.phase.value = "offline";
      this.failure.value = messageOf(error);
      this.again = setTimeout(() => void this.save(), tryAgainAfter);
    } else {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    this.phase.value = "ready";
    this.failure.value = messageOf(error);
  }

  /** Nothing once its user has signed out: what is kept then is theirs to say. */
  private keep(): void {
    if (key.value === null || this.phase.value === "loading" || this.phase.value === "failed") {
      return;
    }

    if (this.isChanged.value) {
      this.isKept.value = keepDraft(this.path, this.text.value, this.etag.value);
    } else {
      dropDraft(this.path);
    }
  }

  private async preview(): Promise<void> {
    this.asked?.abort();
    if (!this.isPost || this.phase.value === "loading") {
      return;
    }

    this.asked = new AbortController();
    const { signal } = this.asked;
    try {
      const rendering = await render(this.path, this.text.value, signal);
      batch(() => {
        this.problems.value = rendering.problems;
        this.page.value = rendering.page;
        this.readingTime.value = rendering.post?.reading_time ?? null;
        this.title.value = rendering.post?.title ?? null;
      });
    } catch (error) {
      // What is shown stays, and the next key asks again.
      if (!signal.aborted && !isTemporary(error)) {
        this.failure.value = messageOf(error);
      }
    }
  }

  /** Runs `work` once the text has rested for a while. */
  private later(delay: number, work: () => void): () => void {
    let timer: number | undefined;
    const stop = effect(() => {
      void this.text.value;
      void (this.phase.value === "loading");
      clearTimeout(timer);
      timer = setTimeout(work, delay);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }
}

/** The list tells versions without quotes where storage did. */
const plain = (etag: string) => etag.replace(/^W\/|"/g, "");
