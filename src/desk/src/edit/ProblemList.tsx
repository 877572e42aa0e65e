import type { Problem } from "../api/files";
import { say } from "../words";
import { severityOf } from "./codeEditor";
import { askForPictures } from "./FetchDialog";
import { bodyStart } from "./frontMatter";
import type { EditSession } from "./session";

/** What to mend, and where; a click goes there. */
export function ProblemList({ session, isHeadShown, onGo }: { session: EditSession; isHeadShown: boolean; onGo(line: number, column: number): void }) {
  const problems = session.rendering.problems.value;
  if (problems.length === 0) {
    return <p class="problems none">{say.edit.noProblems}</p>;
  }

  const text = session.text.value;
  const head = session.isPost ? text.slice(0, bodyStart(text)).split("\n").length - 1 : 0;
  return (
    <details class="problems" open>
      <summary>{say.problems(problems.length)}</summary>
      {problems.some(({ code }) => code === "foreign-picture") && (
        <p class="offer">
          <button onClick={() => askForPictures(session)}>{say.edit.fetchPictures}</button>
        </p>
      )}
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.line} ${problem.column}`}>
            <button class={severityOf(problem)} onClick={() => onGo(problem.line, problem.column)}>
              <span class="where">{whereIs(problem, head, isHeadShown || head === 0)}</span>
              <span lang="en">
                {problem.message} <span class="mend">{problem.mend}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Lines are counted in the file, whose head may not be shown. */
const whereIs = ({ line }: Problem, head: number, isShown: boolean): string =>
  isShown ? say.edit.line(line) : line <= head ? say.panes.details : say.edit.line(line - head);
