import type { Token } from 'marked';
import { BoundedLexer } from './bounded-lexer';
import { plainToken } from './plain-token';

export interface LexedBlocks {
  readonly tokens: readonly Token[];
  /** Whether the text defines a link by reference: `[name]: https://…`. */
  readonly hasDefinitions: boolean;
}

/** The top-level blocks of a text with `\n` line endings. Never throws: at worst the text is plain. */
export function lexBlocks(text: string): LexedBlocks {
  const lexer = new BoundedLexer();
  try {
    const tokens = lexer.lex(text);
    return { tokens: [...tokens], hasDefinitions: Object.keys(tokens.links).length > 0 };
  } catch {
    return { tokens: [plainToken(text)], hasDefinitions: false };
  }
}
