// One file that is being edited: its text, what stands in storage, and everything that may come between the two.
import { batch, computed, effect, signal } from "@preact/signals";
import { ApiError, isTemporary, messageOf } from "../api/http";
import { readFile, writeFile, type Edited, type Post, type TextFile } from "../api/files";
import { learnMe } from "../api/me";
import { publishNext, readNext, refreshNexts, writeNext, type NextText } from "../api/next";
import { findPost, refreshPosts } from "../api/posts";
import { key } from "../api/session";
import { findConflict, type Conflict } from "./conflicts";
import { dropDraft, findDraft, keepDraft } from "./drafts";
import { Following, plain } from "./following";
import { isDraft } from "./keptBack";
import { Rendering } from "./rendering";

export type Phase = "loading" | "ready" | "saving" | "offline" | "failed";

/** What is done with the text: kept where no reader sees it, or put before them. */
export type Deed = "save" | "publish";

const tryAgainAfter = 4000;

export class EditSession {
  readonly text = signal("");
  /** What stands at the path; null where nothing does. */
  readonly live = signal<TextFile | null>(null);
  /** What is to take its place. */
  readonly next = signal<NextText | null>(null);
  /** The versions that the text was written over: those, unless it was found in this browser. */
  readonly over = signal<{ live: string | null; next: string | null }>({ live: null, next: null });
  readonly phase = signal<Phase>("loading");
  readonly failure = signal<string | null>(null);
  /** Files on their way to storage. */
  readonly storing = signal(0);
  readonly post = signal<Post | null>(null);
  readonly conflict = signal<Conflict | null>(null);
  readonly savedAt = signal<number | null>(null);
  /** When the unsaved text that was found in this browser was written; null where none was. */
  readonly recoveredAt = signal<number | null>(null);
  readonly isKept = signal(true);

  /** What a save wrote last; null before the first one. */
  readonly saved = computed(() => this.next.value?.text ?? this.live.value?.text ?? null);

  readonly isChanged = computed(() => this.phase.value !== "loading" && this.text.value !== (this.saved.value ?? ""));

  /** How the live version stands: the list has it fresher than the last save, unless it is a moment behind. */
  readonly standing = computed(() => {
    const listed = findPost(this.path);
    const isSame = listed && this.live.value !== null && plain(listed.etag) === plain(this.live.value.etag);
    return isSame || this.post.value === null ? (listed ?? null) : this.post.value;
  });

  readonly isDraft = computed(() => isDraft(this.text.value) || this.rendering.isDraft.value);

  /** Whether what stands at the path is for readers, now or some day: then only publishing changes it. */
  readonly isLive = computed(
    () => this.isPost && this.live.value !== null && !isDraft(this.live.value.text) && this.standing.value?.state !== "draft",
  );

  /** Whether a save goes into the file itself: it is for editors alone before it and after it. */
  readonly isDirect = computed(
    () => !this.isPost || (this.over.value.next === null && this.next.value === null && this.isDraft.value && !this.isLive.value),
  );

  /** Whether the live version is another than the next one was made from. */
  readonly isOutdated = computed(() => this.next.value !== null && plain(this.next.value.base ?? "?") !== plain(this.live.value?.etag ?? ""));

  private readonly endings: (() => void)[] = [];
  private again?: number;
  private deed: Deed = "save";

  readonly rendering: Rendering;
  readonly following: Following;

  constructor(readonly path: string) {
    this.rendering = new Rendering(this);
    this.following = new Following(this);
    this.endings.push(
      () => this.rendering.stop(),
      () => this.following.stop(),
      // At once, so that what is said to be kept is kept: for a post this takes a fraction of a millisecond.
      effect(() => this.keep()),
    );
    const warn = (event: BeforeUnloadEvent) => {
      this.keep();
      if (this.isChanged.value) {
        event.preventDefault();
      }
    };
    const online = () => this.phase.value === "offline" && void this.attempt(this.deed);
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

  /** Reads both versions; unsaved text in this browser comes before what stands in storage. */
  async open(): Promise<void> {
    try {
      const [live, next] = await Promise.all([readFile(this.path), this.isPost ? readNext(this.path) : null]);
      const draft = findDraft(this.path);
      const saved = next?.text ?? live?.text;
      batch(() => {
        this.live.value = live;
        this.next.value = next;
        this.over.value = draft ? { live: draft.etag, next: draft.next ?? null } : { live: live?.etag ?? null, next: next?.etag ?? null };
        this.text.value = draft?.text ?? saved ?? "";
        this.recoveredAt.value = draft && draft.text !== saved && saved !== undefined ? draft.at : null;
        this.post.value = findPost(this.path) ?? null;
        this.phase.value = "ready";
        this.failure.value = null;
      });
    } catch (error) {
      this.phase.value = "failed";
      this.failure.value = messageOf(error);
    }
  }

  /** Keeps the text where no reader sees it. */
  save(): Promise<boolean> {
    return !this.isChanged.value && this.saved.value !== null ? Promise.resolve(true) : this.attempt("save");
  }

  /** Puts the text before its readers. */
  publish(): Promise<boolean> {
    return this.attempt("publish");
  }

  /** While the network is away it tries again by itself. */
  async attempt(deed: Deed, seen?: string): Promise<boolean> {
    if (this.phase.value === "saving" || this.phase.value === "loading") {
      return false;
    }

    clearTimeout(this.again);
    this.keep();
    this.deed = deed;
    this.phase.value = "saving";
    const text = this.text.value;
    try {
      await (deed === "save" ? this.write(text) : this.putLive(text, seen));
      return true;
    } catch (error) {
      await this.explain(error, deed);
      return false;
    }
  }

  tryAgain(): Promise<boolean> {
    return this.attempt(this.deed);
  }

  private async write(text: string): Promise<void> {
    const { live, next } = this.over.value;
    if (this.isDirect.value) {
      this.take(await writeFile(this.path, text, live), text);
      return;
    }

    const { etag, base, problems } = await writeNext(this.path, text, next, next === null ? (live ?? "") : undefined);
    this.takeNext({ text, etag, base });
    this.rendering.problems.value = problems;
  }

  /** A draft that was never live goes where it stands; else the next version takes the place of what it was made from, or of what was seen. */
  private async putLive(text: string, seen?: string): Promise<void> {
    if (this.over.value.next === null) {
      this.take(await writeFile(this.path, text, this.over.value.live), text);
      return;
    }

    if (this.next.value?.text !== text) {
      await this.write(text);
      this.phase.value = "saving";
    }

    this.take(await publishNext(this.path, this.over.value.next, seen), text);
  }

  /** Takes over what stands at the path now, with no next version beside it. */
  take(edited: Edited, text: string): void {
    this.following.note(edited.etag!);
    batch(() => {
      this.live.value = { text, etag: edited.etag! };
      this.next.value = null;
      this.over.value = { live: edited.etag, next: null };
      this.post.value = edited.post;
      this.rendering.problems.value = edited.problems;
      this.settle();
    });
    this.refreshLists();
  }

  takeNext(next: NextText): void {
    this.following.note(next.etag);
    batch(() => {
      this.next.value = next;
      this.over.value = { live: this.live.value?.etag ?? null, next: next.etag };
      this.settle();
    });
    this.refreshLists();
  }

  private settle(): void {
    this.savedAt.value = Date.now();
    this.recoveredAt.value = null;
    this.failure.value = null;
    this.phase.value = "ready";
  }

  /** They follow by themselves as well; that they cannot be had now is told of at the top. */
  private refreshLists(): void {
    void Promise.all([refreshPosts(), refreshNexts()]).catch(() => undefined);
  }

  /** Throws the unsaved text away. */
  async discard(): Promise<void> {
    dropDraft(this.path);
    this.recoveredAt.value = null;
    await this.open();
  }

  /** Shows what stands in storage beside this text. */
  async compare(deed: Deed = "save"): Promise<void> {
    this.conflict.value = await findConflict(this, deed);
  }

  close(): void {
    this.keep();
    clearTimeout(this.again);
    this.endings.forEach((end) => end());
  }

  private async explain(error: unknown, deed: Deed): Promise<void> {
    if (error instanceof ApiError && isConflict(error, deed)) {
      this.phase.value = "ready";
      await this.compare(deed).catch((failed) => this.fail(failed));
    } else if (isTemporary(error)) {
      this.phase.value = "offline";
      this.failure.value = messageOf(error);
      this.again = setTimeout(() => void this.attempt(deed), tryAgainAfter);
    } else {
      this.fail(error);
    }
  }

  fail(error: unknown): void {
    this.phase.value = "ready";
    this.failure.value = messageOf(error);
    if (error instanceof ApiError && error.status === 403) {
      // The role was taken away, or is another than the desk believed.
      void learnMe().catch(() => undefined);
    }
  }

  /** Nothing once its user has signed out: what is kept then is theirs to say. */
  keep(): void {
    if (key.value === null || this.phase.value === "loading" || this.phase.value === "failed") {
      return;
    }

    if (this.isChanged.value) {
      this.isKept.value = keepDraft(this.path, this.text.value, this.over.value);
    } else {
      dropDraft(this.path);
    }
  }
}

/** Also a next version that is no longer there when it is to be published. */
const isConflict = ({ status }: ApiError, deed: Deed): boolean => status === 412 || status === 409 || (deed === "publish" && status === 404);
