import { addressOf } from "../api/media";
import { pickMedia } from "../media/MediaPicker";
import { say } from "../words";
import type { Value } from "./frontMatter";
import { relative, resolve } from "./paths";

interface Picture {
  label: string;
  hint?: string;
  /** The file that names the picture. */
  path: string;
  value: string;
  set(value: Value | null): void;
}

/** A picture of the library, by its path. */
export function PictureField({ label, hint, path, value, set }: Picture) {
  const file = resolve(path, value);
  return (
    <div class="field">
      <label>
        {label} {hint && <span class="hint">{hint}</span>}
        <input value={value} onInput={(event) => set(event.currentTarget.value.trim() === "" ? null : event.currentTarget.value)} />
      </label>
      <p class="choices-row">
        {file?.startsWith("media/") && <img class="thumb" src={addressOf(file)} alt="" />}
        <button type="button" onClick={() => pickMedia((chosen) => set(relative(path, chosen)))}>
          {say.details.choose}
        </button>
        {value !== "" && (
          <button type="button" class="plain" onClick={() => set(null)}>
            {say.details.takeOut}
          </button>
        )}
      </p>
    </div>
  );
}
