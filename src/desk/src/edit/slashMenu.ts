// A "/" at the beginning of a line, or behind a blank, offers what can be put there.
import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import type { Command } from "./commands";

export const slashMenu = (commands: Command[]): Extension =>
  autocompletion({ override: [(context) => offer(context, commands)], icons: false, defaultKeymap: true });

function offer(context: CompletionContext, commands: Command[]): CompletionResult | null {
  const line = context.state.doc.lineAt(context.pos);
  const before = line.text.slice(0, context.pos - line.from);
  const found = /(^[\s>]*)\/([\p{L}]*)$/u.exec(before);
  if (!found || isCode(context)) {
    return null;
  }

  const from = line.from + found[1]!.length;
  return {
    from,
    options: commands
      .filter(({ isInMenu }) => isInMenu)
      .map((command) => ({
        label: `/${command.words}`,
        displayLabel: command.words,
        apply: (view) => {
          view.dispatch({ changes: { from, to: view.state.selection.main.head }, userEvent: "delete" });
          command.run(view);
        },
      })),
    validFor: /^\/[\p{L} ]*$/u,
  };
}

function isCode(context: CompletionContext): boolean {
  const { name } = syntaxTree(context.state).resolveInner(context.pos, -1);
  return /Code/.test(name);
}
