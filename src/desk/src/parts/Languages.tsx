import { choose, language, languages } from "../language";
import { say } from "../words";

/** The language of the desk, for whoever wants another than their browser's. */
export function Languages() {
  return (
    <label class="languages hint">
      {say.language}
      <select value={language} onChange={(event) => choose(event.currentTarget.value)}>
        {Object.entries(languages).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
