import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import { may, me, type Role } from "../api/me";
import { usesAccounts } from "../api/session";
import { PageTitle } from "../parts/PageTitle";
import { toast } from "../parts/Toasts";
import { editAddress, listAddress } from "../router";
import { countOf, momentOf } from "../words";
import { readStatus, retryWebhook, type SiteStatus } from "./api";
import { EditorKeys } from "./EditorKeys";
import { askForRebuild } from "./Rebuild";

const lookEvery = 3000;
const lookEveryWhileRendering = 500;

/** How publishing stands: how fast, what waits, what failed. */
export function StatusPage() {
  const [status, setStatus] = useState<SiteStatus | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const look = () =>
    readStatus().then(
      (read) => (setStatus(read), setFailure(null)),
      (error) => setFailure(messageOf(error)),
    );

  const remaining = status?.rebuild.remaining ?? 0;
  /** The number of the last rendering of everything that was seen at its end: a small site is done between two looks. */
  const done = useRef<number | null>(null);

  useEffect(() => {
    document.title = "Status – Desk";
    void look();
  }, []);

  useEffect(() => {
    const timer = setInterval(() => document.hidden || void look(), remaining > 0 ? lookEveryWhileRendering : lookEvery);
    return () => clearInterval(timer);
  }, [remaining > 0]);

  useEffect(() => {
    if (status === null) {
      return;
    }

    const { number } = status.rebuild;
    done.current ??= remaining > 0 ? number - 1 : number;
    if (remaining === 0 && number > done.current) {
      toast("Everything is rendered anew.");
      done.current = number;
    }
  }, [status]);

  return (
    <main class="page">
      <div class="page-head">
        <PageTitle>Status</PageTitle>
        {may("owner") && (
          <button disabled={status === null} onClick={() => askForRebuild(look)}>
            Render everything anew
          </button>
        )}
      </div>
      {me.value && <p class="hint who">You are {me.value.name === me.value.role ? "" : `${me.value.name}, `}{asRole(me.value.role)}.</p>}
      {failure && <p class="notice error" role="alert">{failure}</p>}
      {status === null && !failure && <p class="empty" role="status">Loading …</p>}
      {status && <Report status={status} onChange={look} />}
    </main>
  );
}

function Report({ status, onChange }: { status: SiteStatus; onChange(): void }) {
  const { posts, withdrawn, rebuild, last_publish: last, reconcile } = status;
  const stuck = sumOf(status.queues.filter(({ name }) => name.endsWith("poison")));
  const waiting = sumOf(status.queues) - stuck;
  return (
    <>
      <dl class="facts">
        <Fact name="Last publish" value={last ? `${last.lag_seconds.toFixed(1)} s` : "–"}>
          {last ? <>after its upload, <a href={editAddress(last.path)}>{last.path}</a>, {momentOf(last.at)}</> : "None yet."}
        </Fact>
        <Fact name="Files" value={String(posts.total)}>
          {Object.entries(posts.by_state).map(([state, count]) => `${count} ${state}`).join(", ") || "None yet."}
        </Fact>
        <Fact name="With errors" value={String(posts.with_errors)}>
          {posts.with_errors > 0 ? <a href={listAddress("problems")}>See which</a> : "Nothing to mend."}
        </Fact>
        <Fact name="Last check of everything" value={reconcile ? countOf(reconcile.looked_at, "file") : "–"}>
          {reconcile ? `looked at again, ${momentOf(reconcile.finished_at)}${reconcile.failed ? `; ${reconcile.failed} failed` : ""}` : "It runs every five minutes."}
        </Fact>
      </dl>
      {withdrawn.count > 0 && (
        <div class="notice warning">
          <details>
            <summary>{countOf(withdrawn.count, "post")} taken down by newer rules or settings: readers no longer see what these files were read as before.</summary>
            <ul aria-label="Taken down">
              {withdrawn.paths.map((path) => (
                <li key={path}><a href={editAddress(path)}>{path}</a></li>
              ))}
            </ul>
          </details>
        </div>
      )}
      {rebuild.remaining > 0 && (
        <div class="notice" role="status">
          <span>Rendering anew: {countOf(rebuild.remaining, "file")} to go. Readers see the old version until then.</span>
          <progress aria-label="Rendering anew" max={Math.max(posts.total, rebuild.remaining)} value={posts.total - rebuild.remaining} />
        </div>
      )}
      <h2>Work that waits</h2>
      <ul class="report" aria-label="Work that waits">
        <li class={stuck > 0 ? "failed" : "done"}>
          <span>{waiting === 0 ? "Nothing waits." : `${countOf(waiting, "file")} will be looked at in a moment.`}</span>
          <span>{stuck > 0 && `${countOf(stuck, "task")} failed again and again. Tell whoever runs this site.`}</span>
        </li>
      </ul>
      <Webhooks webhooks={status.webhooks} onChange={onChange} />
      {may("owner") && !usesAccounts && me.value && <EditorKeys />}
      <p class="hint version">KapFunctions {status.version.split("+")[0]}</p>
    </>
  );
}

function asRole(role: Role): string {
  switch (role) {
    case "author":
      return "an author: you write drafts and next versions, and add media. An editor publishes and deletes; an owner has settings, theme and keys";
    case "editor":
      return "an editor: you write, publish and delete. An owner has settings, theme, rendering anew and keys";
    case "owner":
      return "an owner: all of it is yours to change";
  }
}

const sumOf = (queues: { messages: number }[]): number => queues.reduce((sum, { messages }) => sum + messages, 0);

function Fact({ name, value, children }: { name: string; value: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <span class="hint">{children}</span>
      </dd>
    </div>
  );
}

function Webhooks({ webhooks, onChange }: { webhooks: SiteStatus["webhooks"]; onChange(): void }) {
  const retry = async (id: string) => {
    try {
      await retryWebhook(id);
      toast("It is on its way again.");
      onChange();
    } catch (error) {
      toast(messageOf(error));
    }
  };
  return (
    <>
      <h2>Webhooks</h2>
      {webhooks.targets.length === 0 && <p class="hint">site.yaml names none.</p>}
      {webhooks.targets.length > 0 && !webhooks.has_key && <p class="notice warning">Nothing is sent, because there is no key to sign with. An operator sets it.</p>}
      <ul class="report" aria-label="Webhooks">
        {webhooks.targets.map((target) => (
          <li key={target.url} class="done">
            <span class="row-path">{target.url}</span>
            <span>{target.behind === 0 ? "Up to date" : target.behind === null ? "Begins anew" : `${countOf(target.behind, "change")} behind`}</span>
          </li>
        ))}
        {webhooks.failed.map((one) => (
          <li key={one.id} class="failed">
            <span class="row-path">{one.url}</span>
            <span>
              {one.type}, {momentOf(one.failed_at)}: {one.error}
            </span>
            {may("editor") && <button onClick={() => retry(one.id)}>Try again</button>}
          </li>
        ))}
      </ul>
    </>
  );
}
