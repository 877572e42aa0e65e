import type { Problem } from "../api/files";
import { countOf } from "../words";
import { severityOf } from "./codeEditor";

/** What to mend, and where; a click goes there. */
export function ProblemList({ problems, onGo }: { problems: Problem[]; onGo(line: number, column: number): void }) {
  if (problems.length === 0) {
    return <p class="problems none">No problems</p>;
  }

  return (
    <details class="problems" open>
      <summary>{countOf(problems.length, "problem")}</summary>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code} ${problem.line} ${problem.column}`}>
            <button class={severityOf(problem)} onClick={() => onGo(problem.line, problem.column)}>
              <span class="where">Line {problem.line}</span>
              <span>
                {problem.message} <span class="mend">{problem.mend}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
