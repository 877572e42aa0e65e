import { stringify } from "yaml";
import { say } from "../words";

export interface Template {
  name: string;
  description: string;
  pathOf(slug: string): string;
  textOf(title: string): string;
}

const today = () => new Date().toLocaleDateString("sv");

const datedPath = (slug: string) => `posts/${today()}-${slug}.md`;

const head = (title: string, rest = "") => `---\n${stringify({ title }, { lineWidth: 0 })}${rest}draft: true\n---\n\n`;

const { sentences, tag, whatHelps, whenToAsk } = say.templates;

export const templates: Template[] = [
  {
    ...say.templates.post,
    pathOf: datedPath,
    textOf: (title) => head(title, `date: ${today()}\ntags: []\ndescription: ""\n`),
  },
  {
    ...say.templates.health,
    pathOf: datedPath,
    textOf: (title) =>
      head(
        title,
        `date: ${today()}\ntags: [${tag}]\ndescription: ""\nreviewed:\nreviewed_by: ""\nsources:\n  - title: ""\n    url: ""\n`,
      ) + `${sentences.about}\n\n<!--more-->\n\n## ${whatHelps}\n\n${sentences.helps}\n\n## ${whenToAsk}\n\n${sentences.ask}\n`,
  },
  {
    ...say.templates.page,
    pathOf: (slug) => `pages/${slug}.md`,
    textOf: (title) => head(title),
  },
];
