import type { ComponentChild } from "preact";
import { say } from "../words";
import { isReadable, readField, writeField, type Item, type Value } from "./frontMatter";
import { readInside, writeInside } from "./blocks";
import { fields, type Field } from "./fields";
import { draft } from "./keptBack";
import { LinesField } from "./LinesField";
import { LinksField } from "./LinksField";
import { localOf, zonedOf } from "./moments";
import { PictureField } from "./PictureField";
import { siteGroups } from "./siteFields";
import { SharePreviews } from "./SharePreviews";
import type { EditSession } from "./session";
import { WordsField } from "./WordsField";

interface Shown {
  session: EditSession;
  /** Whether the text shows what the form does. */
  isHeadShown: boolean;
  onShowHead(isShown: boolean): void;
}

/** The head of a post, or the settings of the site, as a form: what is filled in here stands in the text at once. */
export function DetailsForm({ session, isHeadShown, onShowHead }: Shown) {
  const isWhole = session.isSettings;
  if (!session.isPost && !isWhole) {
    return <p class="empty">{say.details.none}</p>;
  }

  const text = session.text.value;
  const input = (field: Field) => (
    <FieldInput
      key={field.label}
      field={field}
      path={session.path}
      value={field.inside ? readInside(text, field.inside, field.keys) : readField(text, field.keys, isWhole)}
      set={(value) => {
        const now = session.text.value;
        session.text.value = field.inside ? writeInside(now, field.inside, field.keys, value) : writeField(now, field.keys, value, isWhole);
      }}
    />
  );
  return (
    <div class="details">
      {!isWhole && (
        <label class="check">
          <input type="checkbox" checked={isHeadShown} onChange={(event) => onShowHead(event.currentTarget.checked)} />
          <span>
            {say.details.showAsText} <span class="hint">{say.details.showAsTextHint}</span>
          </span>
        </label>
      )}
      {isReadable(text, isWhole) ? (
        <form onSubmit={(event) => event.preventDefault()}>
          {session.isLive.value && <p class="hint">{say.details.isLive}</p>}
          {isWhole
            ? siteGroups.map((group) => <Group key={group.legend} {...group} input={input} />)
            : fields.filter(({ keys }) => keys !== draft || !session.isLive.value).map(input)}
        </form>
      ) : (
        <p class="notice warning" role="status">
          <span>{say.details.unreadable}</span>
        </p>
      )}
      {!isWhole && <SharePreviews session={session} />}
    </div>
  );
}

interface Grouped {
  legend?: string;
  hint?: string;
  fields: Field[];
  input(field: Field): ComponentChild;
}

function Group({ legend, hint, fields: ofGroup, input }: Grouped) {
  return legend ? (
    <fieldset class="group">
      <legend>{legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {ofGroup.map(input)}
    </fieldset>
  ) : (
    <>{ofGroup.map(input)}</>
  );
}

interface Input {
  field: Field;
  path: string;
  value: unknown;
  set(value: Value | null): void;
}

function FieldInput({ field, path, value, set }: Input) {
  const hint = field.hint && <span class="hint">{field.hint}</span>;
  if (!isShowable(field, value)) {
    return (
      <p class="notice">
        <span>{say.details.unshowable(field.label)}</span>
      </p>
    );
  }

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
    case "tags":
    case "authors":
      return <WordsField label={field.label} hint={field.hint} of={field.type} value={wordsOf(value)} set={set} />;
    case "links":
      return <LinksField label={field.label} hint={field.hint} parts={field.parts!} value={(value as Item[] | undefined) ?? []} set={set} />;
    case "lines":
      return <LinesField label={field.label} hint={field.hint} value={linesOf(value)} set={set} />;
    case "choice":
      return (
        <label>
          {field.label} {hint}
          <Choice choices={field.choices!} value={textOf(value)} set={set} />
        </label>
      );
    case "picture":
      return <PictureField label={field.label} hint={field.hint} path={path} value={textOf(value)} set={set} />;
    default:
      return (
        <label>
          {field.label} {hint}
          <TextInput type={field.type} value={value} set={set} />
        </label>
      );
  }
}

function TextInput({ type, value, set }: { type: Field["type"]; value: unknown; set(value: Value | null): void }) {
  switch (type) {
    case "long":
      return <textarea rows={3} value={textOf(value)} onInput={(event) => set(orNull(event.currentTarget.value))} />;
    case "moment":
      return <input type="datetime-local" value={localOf(value)} onInput={(event) => set(zonedOf(event.currentTarget.value))} />;
    case "day":
      return <input type="date" value={textOf(value).slice(0, 10)} onInput={(event) => set(orNull(event.currentTarget.value))} />;
    case "colour":
      return <input type="color" value={textOf(value) || "#2f6f6a"} onInput={(event) => set(event.currentTarget.value)} />;
    default:
      return <input value={textOf(value)} onInput={(event) => set(orNull(event.currentTarget.value))} />;
  }
}

/** What is written and not offered stays to be chosen. */
function Choice({ choices, value, set }: { choices: [string, string][]; value: string; set(value: Value | null): void }) {
  const chosen = choices.find(([name]) => name.toLowerCase() === value.toLowerCase());
  return (
    <select value={chosen?.[0] ?? value} onChange={(event) => set(event.currentTarget.value || null)}>
      {value === "" && <option value="">–</option>}
      {value !== "" && !chosen && <option value={value}>{value}</option>}
      {choices.map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}

const orNull = (text: string) => (text.trim() === "" ? null : text);

const isWord = (value: unknown): boolean => ["string", "number", "boolean"].includes(typeof value) || value === null || value === undefined;

/** Whether a form may change the value without losing anything of it. */
function isShowable({ type, parts }: Field, value: unknown): boolean {
  switch (type) {
    case "tags":
    case "authors":
      return Array.isArray(value) ? value.every((one) => isWord(one) && !String(one).includes(",")) : isWord(value);
    case "lines":
      return Array.isArray(value) ? value.every(isWord) : isWord(value);
    case "links":
      return value === undefined || value === null || (Array.isArray(value) && value.every((one) => typeof one === "string" || isLink(one, parts!)));
    case "check":
      return value === undefined || value === null || typeof value === "boolean";
    default:
      return isWord(value);
  }
}

const isLink = (one: unknown, [words, address]: [string, string]) =>
  typeof one === "object" && one !== null && !Array.isArray(one) && [words, address].every((key) => isWord((one as Record<string, unknown>)[key]));

function wordsOf(value: unknown): string[] {
  const all = Array.isArray(value) ? value : textOf(value).split(",");
  return all.map((one) => textOf(one).trim()).filter(Boolean);
}

const linesOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(textOf).filter(Boolean);

const textOf = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");
