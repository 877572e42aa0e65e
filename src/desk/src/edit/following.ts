// What somebody else does to a file while it is open, as the lists tell of it.
import { computed, effect } from "@preact/signals";
import type { Post } from "../api/files";
import { findNext, nexts } from "../api/next";
import { findPost, posts } from "../api/posts";
import type { EditSession } from "./session";

export class Following {
  /** Somebody else saved a newer version. */
  readonly isOvertaken = computed(() => {
    const known = findPost(this.session.path)?.etag;
    return this.isReady && known !== undefined && this.session.live.value !== null && this.isAnother(known, this.session.live.value.etag);
  });

  /** Somebody else saved another next version, or took it away. */
  readonly isNextOvertaken = computed(() => {
    const known = findNext(this.session.path)?.etag;
    const mine = this.session.next.value;
    return this.isReady && (known !== undefined ? this.isAnother(known, mine?.etag ?? "") : mine !== null && this.listedNext === plain(mine.etag));
  });

  /** Somebody else deleted the file: the list had it, and has it no more. */
  readonly isGone = computed(() => {
    const isListed = findPost(this.session.path) !== undefined;
    return posts.value !== null && !isListed && this.listedId !== null && this.isReady && this.session.live.value !== null;
  });

  /** Where the post is now whose file is gone: by its id where the list told it, else by the address that this text wants. */
  readonly movedTo = computed(() => {
    const slug = this.session.rendering.slug.value;
    const isIt = (post: Post) => post.id === this.listedId || (slug !== null && post.slug === slug);
    return findPost(this.session.path) === undefined ? posts.value?.find(isIt)?.path : undefined;
  });

  /** The lists may be a moment behind what this session wrote. */
  private readonly written = new Set<string>();
  private listedId: string | null = null;
  private listedNext: string | null = null;

  /** Ends it. */
  readonly stop: () => void;

  constructor(private readonly session: EditSession) {
    this.stop = effect(() => {
      this.listedId = findPost(session.path)?.id ?? this.listedId;
      this.listedNext = nexts.value && (plainOrNull(findNext(session.path)?.etag) ?? this.listedNext);
    });
  }

  note(etag: string): void {
    this.written.add(plain(etag));
  }

  private get isReady(): boolean {
    return this.session.phase.value === "ready";
  }

  private isAnother(known: string, etag: string): boolean {
    return plain(known) !== plain(etag) && !this.written.has(plain(known));
  }
}

/** The list tells versions without quotes where storage did. */
export const plain = (etag: string): string => etag.replace(/^W\/|"/g, "");

const plainOrNull = (etag: string | undefined): string | null => (etag === undefined ? null : plain(etag));
