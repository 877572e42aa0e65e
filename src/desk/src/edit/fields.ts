// What the forms show. Of each field's keys the first that is there counts, as in the renderer.
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
  { label: "Draft", hint: "Only editors see it. Its pictures stay public.", type: "check", keys: ["draft"] },
  {
    label: "Publish at",
    hint: "A time to come schedules it.",
    type: "moment",
    keys: ["date", "publishDate", "pubDate", "published_at", "created"],
  },
  { label: "Tags", hint: "With commas between them.", type: "tags", keys: ["tags", "tag", "categories"] },
  { label: "Authors", hint: "With commas between them.", type: "authors", keys: ["authors", "author"] },
  { label: "Summary", hint: "Below the title, and in lists.", type: "long", keys: ["description", "custom_excerpt", "excerpt", "summary"] },
  { label: "Picture", hint: "Above the text, and in lists.", type: "picture", keys: ["feature_image", "image", "cover"] },
  { label: "What the picture shows", type: "text", keys: ["feature_image_alt", "image_alt"] },
  { label: "Address", hint: "The end of it; without one it comes from the file’s name.", type: "text", keys: ["slug"] },
  { label: "Sources", hint: "Below the text, for readers who want to know more.", type: "links", keys: ["sources"], parts: ["title", "url"] },
  { label: "Reviewed", hint: "The day on which somebody who knows looked at it.", type: "day", keys: ["reviewed"] },
  { label: "Reviewed by", type: "text", keys: ["reviewed_by"] },
  { label: "Updated", type: "day", keys: ["updated", "lastmod", "last_modified_at"] },
  { label: "Expires at", hint: "It disappears by itself.", type: "moment", keys: ["expires", "expiryDate", "unpublishDate"] },
  { label: "Title for search engines", hint: "Where it is to differ.", type: "text", keys: ["meta_title"] },
  { label: "Description for search engines", hint: "Without one it is the summary.", type: "long", keys: ["meta_description"] },
  { label: "Shown first", type: "check", keys: ["featured", "pinned"] },
];

/** The keys of the field whose first key is `key`. */
export const fieldOf = (key: string): string[] => fields.find(({ keys }) => keys[0] === key)!.keys;
