// What the forms show. Of each field's keys the first that is there counts, as in the renderer.
import { say } from "../words";

export interface Field {
  label: string;
  hint?: string;
  type: "text" | "long" | "tags" | "authors" | "links" | "picture" | "moment" | "day" | "check" | "colour" | "choice" | "lines";
  keys: string[];
  /** The keys of what it is a part of. */
  inside?: string[];
  /** Of links: the keys of words and address. */
  parts?: [string, string];
  /** Of a choice: what is written, and what it is called. */
  choices?: [string, string][];
}

export const fields: Field[] = [
  { ...say.fields.draft, type: "check", keys: ["draft"] },
  {
    ...say.fields.date,
    type: "moment",
    keys: ["date", "publishDate", "pubDate", "published_at", "created"],
  },
  { ...say.fields.tags, type: "tags", keys: ["tags", "tag", "categories"] },
  { ...say.fields.authors, type: "authors", keys: ["authors", "author"] },
  { ...say.fields.summary, type: "long", keys: ["description", "custom_excerpt", "excerpt", "summary"] },
  { ...say.fields.picture, type: "picture", keys: ["feature_image", "image", "cover"] },
  { ...say.fields.pictureAlt, type: "text", keys: ["feature_image_alt", "image_alt"] },
  { ...say.fields.slug, type: "text", keys: ["slug"] },
  { ...say.fields.sources, type: "links", keys: ["sources"], parts: ["title", "url"] },
  { ...say.fields.reviewed, type: "day", keys: ["reviewed"] },
  { ...say.fields.reviewedBy, type: "text", keys: ["reviewed_by"] },
  { ...say.fields.updated, type: "day", keys: ["updated", "lastmod", "last_modified_at"] },
  { ...say.fields.expires, type: "moment", keys: ["expires", "expiryDate", "unpublishDate"] },
  { ...say.fields.metaTitle, type: "text", keys: ["meta_title"] },
  { ...say.fields.metaDescription, type: "long", keys: ["meta_description"] },
  { ...say.fields.featured, type: "check", keys: ["featured", "pinned"] },
];

/** The keys of the field whose first key is `key`. */
export const fieldOf = (key: string): string[] => fields.find(({ keys }) => keys[0] === key)!.keys;
