// What the form shows. Of each field's keys the first that is there counts, as in the renderer.
export interface Field {
  label: string;
  hint?: string;
  type: "text" | "long" | "list" | "moment" | "day" | "check";
  keys: string[];
}

export const fields: Field[] = [
  { label: "Title", type: "text", keys: ["title"] },
  { label: "Draft", hint: "Only editors see it. Its pictures stay public.", type: "check", keys: ["draft"] },
  {
    label: "Publish at",
    hint: "A time to come schedules it.",
    type: "moment",
    keys: ["date", "publishDate", "pubDate", "published_at", "created"],
  },
  { label: "Expires at", hint: "It disappears by itself.", type: "moment", keys: ["expires", "expiryDate", "unpublishDate"] },
  { label: "Summary", type: "long", keys: ["description", "custom_excerpt", "excerpt", "summary"] },
  { label: "Tags", hint: "With commas between them.", type: "list", keys: ["tags", "tag", "categories"] },
  { label: "Authors", hint: "With commas between them.", type: "list", keys: ["authors", "author"] },
  { label: "Address", hint: "The end of it; without one it comes from the file’s name.", type: "text", keys: ["slug"] },
  { label: "Picture", type: "text", keys: ["feature_image", "image", "cover"] },
  { label: "What the picture shows", type: "text", keys: ["feature_image_alt", "image_alt"] },
  { label: "Updated", type: "day", keys: ["updated", "lastmod", "last_modified_at"] },
  { label: "Reviewed", type: "day", keys: ["reviewed"] },
  { label: "Reviewed by", type: "text", keys: ["reviewed_by"] },
  { label: "Shown first", type: "check", keys: ["featured", "pinned"] },
];

/** The keys of the field whose first key is `key`. */
export const fieldOf = (key: string): string[] => fields.find(({ keys }) => keys[0] === key)!.keys;
