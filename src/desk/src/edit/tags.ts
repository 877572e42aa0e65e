// In place of @codemirror/lang-html, which lang-markdown asks for: with it come the grammars of HTML, CSS and JavaScript, more
// than a tenth of what the desk loads, to colour what few texts have. Here tags are plain words.
import { LanguageSupport, StreamLanguage } from "@codemirror/language";

const plain = StreamLanguage.define({
  token: (stream) => {
    stream.skipToEnd();
    return null;
  },
});

export const html = (): LanguageSupport => new LanguageSupport(plain);

/** Never asked: the editor completes no tags. */
export const htmlCompletionSource = (): null => null;
