import { stringify } from "yaml";

export interface Template {
  name: string;
  description: string;
  pathOf(slug: string): string;
  textOf(title: string): string;
}

const today = () => new Date().toLocaleDateString("sv");

const datedPath = (slug: string) => `posts/${today()}-${slug}.md`;

const head = (title: string, rest = "") => `---\n${stringify({ title }, { lineWidth: 0 })}${rest}draft: true\n---\n\n`;

export const templates: Template[] = [
  {
    name: "Post",
    description: "A title, tags and a summary.",
    pathOf: datedPath,
    textOf: (title) => head(title, `date: ${today()}\ntags: []\ndescription: ""\n`),
  },
  {
    name: "Health article",
    description: "With a reviewer, a day of review and sources, as content about health should have.",
    pathOf: datedPath,
    textOf: (title) =>
      head(
        title,
        `date: ${today()}\ntags: [Health]\ndescription: ""\nreviewed:\nreviewed_by: ""\nsources:\n  - title: ""\n    url: ""\n`,
      ) + "What this is about, in two sentences.\n\n<!--more-->\n\n## What helps\n\nSay here what helps.\n\n## When to ask for help\n\nSay here when to ask for help, and whom.\n",
  },
  {
    name: "Page",
    description: "Standing, without a date: about, fees, contact.",
    pathOf: (slug) => `pages/${slug}.md`,
    textOf: (title) => head(title),
  },
];
