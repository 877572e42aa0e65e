import { isReadable, readField, writeField, type Value } from "./frontMatter";
import { fields, type Field } from "./fields";
import { localOf, zonedOf } from "./moments";
import type { EditSession } from "./session";

/** The front matter as a form: what is filled in here stands in the text at once. */
export function DetailsForm({ session }: { session: EditSession }) {
  if (!session.isPost) {
    return <p class="empty">Posts and pages have details; this file has none.</p>;
  }

  if (!isReadable(session.text.value)) {
    return <p class="empty">The head of this file cannot be shown as a form: it is not YAML, or a line in it needs mending. Change it in the text.</p>;
  }

  const set = (keys: string[], value: Value | null) => {
    session.text.value = writeField(session.text.value, keys, value);
  };
  return (
    <form class="details" onSubmit={(event) => event.preventDefault()}>
      {fields.map((field) => (
        <FieldInput key={field.keys[0]} field={field} value={readField(session.text.value, field.keys)} set={(value) => set(field.keys, value)} />
      ))}
    </form>
  );
}

function FieldInput({ field, value, set }: { field: Field; value: unknown; set(value: Value | null): void }) {
  const hint = field.hint && <span class="hint">{field.hint}</span>;
  switch (field.type) {
    case "check":
      return (
        <label class="check">
          <input type="checkbox" checked={value === true} onChange={(event) => set(event.currentTarget.checked ? true : null)} />
          <span>
            {field.label} {hint}
          </span>
        </label>
      );
    case "long":
      return (
        <label>
          {field.label} {hint}
          <textarea rows={3} value={textOf(value)} onInput={(event) => set(orNull(event.currentTarget.value))} />
        </label>
      );
    case "moment":
      return (
        <label>
          {field.label} {hint}
          <input type="datetime-local" value={localOf(value)} onChange={(event) => set(zonedOf(event.currentTarget.value))} />
        </label>
      );
    case "day":
      return (
        <label>
          {field.label} {hint}
          <input type="date" value={textOf(value).slice(0, 10)} onChange={(event) => set(orNull(event.currentTarget.value))} />
        </label>
      );
    case "list":
      return (
        <label>
          {field.label} {hint}
          <input value={textOf(value)} onChange={(event) => set(listOf(event.currentTarget.value))} />
        </label>
      );
    default:
      return (
        <label>
          {field.label} {hint}
          <input value={textOf(value)} onInput={(event) => set(orNull(event.currentTarget.value))} />
        </label>
      );
  }
}

const orNull = (text: string) => (text.trim() === "" ? null : text);

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(textOf).join(", ") : typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function listOf(text: string): string[] | null {
  const items = text.split(",").map((item) => item.trim()).filter(Boolean);
  return items.length > 0 ? items : null;
}
