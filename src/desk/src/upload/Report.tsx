import { editAddress } from "../router";
import { say } from "../words";
import { isUnderWay, type Outcome, type Upload } from "./uploads";

/** More rows than this help nobody; the files that want something of their reader come first. */
const maxRows = 300;

const importance: Record<Outcome, number> = { failed: 0, mend: 1, skipped: 2, sending: 3, same: 4, done: 5, waiting: 6 };

/** How far an upload is, and what became of each file. */
export function Report({ uploads, onTryAgain }: { uploads: Upload[]; onTryAgain(): void }) {
  const open = uploads.filter(isUnderWay).length;
  const failed = uploads.filter((one) => one.outcome === "failed").length;
  const sorted = [...uploads].sort((a, b) => importance[a.outcome] - importance[b.outcome]);
  return (
    <>
      <p class="choices-row">
        <span role="status">
          {say.upload.progress(uploads.length - open, uploads.length)}
          {open === 0 && failed > 0 && `, ${say.upload.failed(failed)}`}
        </span>
        {open === 0 && failed > 0 && <button onClick={onTryAgain}>{say.tryAgain}</button>}
      </p>
      <progress aria-label={say.pages.upload} max={uploads.length} value={uploads.length - open} />
      <ul class="report" aria-label={say.upload.outcomes}>
        {sorted.slice(0, maxRows).map((one) => (
          <li key={one.path} class={one.outcome}>
            <span class="row-path">{isEditable(one) ? <a href={editAddress(one.path)}>{one.path}</a> : one.path}</span>
            <span>{one.words}</span>
          </li>
        ))}
      </ul>
      {sorted.length > maxRows && <p class="hint">{say.upload.more(sorted.length - maxRows)}</p>}
    </>
  );
}

const isEditable = ({ path, outcome }: Upload) => /\.(md|markdown|yaml)$/i.test(path) && ["done", "mend", "same"].includes(outcome);
