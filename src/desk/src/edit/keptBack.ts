// What a text says of itself, before the renderer is asked.
import { fieldOf } from "./fields";
import { saysTrue } from "./frontMatter";

export const draft = fieldOf("draft");

/** Also where the rest of the head is off at the moment. */
export const isDraft = (text: string): boolean => saysTrue(text, draft[0]!);
