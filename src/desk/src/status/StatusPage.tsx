import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { messageOf } from "../api/http";
import type { State } from "../api/files";
import { may, me, type Role } from "../api/me";
import { usesAccounts } from "../api/session";
import { filled } from "../parts/filled";
import { PageTitle } from "../parts/PageTitle";
import { toast } from "../parts/Toasts";
import { editAddress, listAddress } from "../router";
import { momentOf, numberOf, say } from "../words";
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
    document.title = `${say.pages.status} – ${say.desk}`;
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
      toast(say.status.rendered);
      done.current = number;
    }
  }, [status]);

  return (
    <main class="page">
      <div class="page-head">
        <PageTitle>{say.pages.status}</PageTitle>
        {may("owner") && (
          <button disabled={status === null} onClick={() => askForRebuild(look)}>
            {say.status.renderAll}
          </button>
        )}
      </div>
      {me.value && <p class="hint who">{whoIs(me.value)}</p>}
      {failure && <p class="notice error" role="alert">{failure}</p>}
      {status === null && !failure && <p class="empty" role="status">{say.loading}</p>}
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
        <Fact name={say.status.lastPublish} value={last ? `${numberOf(last.lag_seconds)} s` : "–"}>
          {last ? filled(say.status.afterUpload, { path: <a href={editAddress(last.path)}>{last.path}</a>, moment: momentOf(last.at) }) : say.status.noneYet}
        </Fact>
        <Fact name={say.status.files} value={numberOf(posts.total)}>
          {Object.entries(posts.by_state).map(([state, count]) => `${say.states[state as State] ?? state}: ${numberOf(count)}`).join(", ") || say.status.noneYet}
        </Fact>
        <Fact name={say.status.withErrors} value={numberOf(posts.with_errors)}>
          {posts.with_errors > 0 ? <a href={listAddress("problems")}>{say.status.seeWhich}</a> : say.status.nothingToMend}
        </Fact>
        <Fact name={say.status.lastCheck} value={reconcile ? say.files(reconcile.looked_at) : "–"}>
          {reconcile ? say.status.checked(momentOf(reconcile.finished_at), reconcile.failed) : say.status.checksRun}
        </Fact>
      </dl>
      {withdrawn.count > 0 && (
        <div class="notice warning">
          <details>
            <summary>{say.status.withdrawn(withdrawn.count)}</summary>
            <ul aria-label={say.status.takenDown}>
              {withdrawn.paths.map((path) => (
                <li key={path}><a href={editAddress(path)}>{path}</a></li>
              ))}
            </ul>
          </details>
        </div>
      )}
      {rebuild.remaining > 0 && (
        <div class="notice" role="status">
          <span>{say.status.renderingLeft(rebuild.remaining)}</span>
          <progress aria-label={say.status.rendering} max={Math.max(posts.total, rebuild.remaining)} value={posts.total - rebuild.remaining} />
        </div>
      )}
      <h2>{say.status.work}</h2>
      <ul class="report" aria-label={say.status.work}>
        <li class={stuck > 0 ? "failed" : "done"}>
          <span>{waiting === 0 ? say.status.nothingWaits : say.status.willBeSeen(waiting)}</span>
          <span>{stuck > 0 && say.status.stuck(stuck)}</span>
        </li>
      </ul>
      <Webhooks webhooks={status.webhooks} onChange={onChange} />
      {may("owner") && !usesAccounts && me.value && <EditorKeys />}
      <p class="hint version">KapFunctions {status.version.split("+")[0]}</p>
    </>
  );
}

/** A key that goes by the name of its role needs no other. */
const whoIs = ({ name, role }: { name: string; role: Role }): string =>
  name === role ? say.status.you(say.status.as[role]) : say.status.youNamed(name, say.status.as[role]);

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
      toast(say.status.onItsWay);
      onChange();
    } catch (error) {
      toast(messageOf(error));
    }
  };
  return (
    <>
      <h2>{say.status.webhooks}</h2>
      {webhooks.targets.length === 0 && <p class="hint">{say.status.noWebhooks}</p>}
      {webhooks.targets.length > 0 && !webhooks.has_key && <p class="notice warning">{say.status.unsigned}</p>}
      <ul class="report" aria-label={say.status.webhooks}>
        {webhooks.targets.map((target) => (
          <li key={target.url} class="done">
            <span class="row-path">{target.url}</span>
            <span>{target.behind === 0 ? say.status.upToDate : target.behind === null ? say.status.beginsAnew : say.status.behind(target.behind)}</span>
          </li>
        ))}
        {webhooks.failed.map((one) => (
          <li key={one.id} class="failed">
            <span class="row-path">{one.url}</span>
            <span>
              {one.type}, {momentOf(one.failed_at)}: {one.error}
            </span>
            {may("editor") && <button onClick={() => retry(one.id)}>{say.tryAgain}</button>}
          </li>
        ))}
      </ul>
    </>
  );
}
