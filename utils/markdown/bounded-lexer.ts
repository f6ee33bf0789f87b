import { Hooks, Lexer, type Token, type TokensList } from 'marked';
import { BoundedTokenizer } from './bounded-tokenizer';
import { formulaExtensions, maskDollars } from './formula-extensions';
import { MAX_DEPTH, MAX_INLINE_WORK } from './limits';
import { plainToken } from './plain-token';

const SPECIAL = /[\\`*_~[\]!<&@:$]/g;
const FORMULA = /\$|\\[([]/;

function isTooMuchWork(src: string): boolean {
  if (src.length * src.length <= MAX_INLINE_WORK) return false;
  const special = src.match(SPECIAL)?.length ?? 0;
  return src.length * special > MAX_INLINE_WORK;
}

/** marked's lexer with bounded nesting and bounded work; what goes beyond stays plain text. */
export class BoundedLexer extends Lexer {
  #blockDepth = 0;
  #inlineDepth = 0;

  #tokenizer: BoundedTokenizer;

  constructor() {
    const tokenizer = new BoundedTokenizer();
    super({ gfm: true, tokenizer });
    this.#tokenizer = tokenizer;
  }

  /**
   * Lexes a text whose line endings are `\n`. Every run of inline text starts from the same state,
   * so an HTML tag left open in one block changes nothing in the next.
   */
  override lex(src: string) {
    this.#lookForFormulas(src);
    this.blockTokens(src, this.tokens);
    for (const run of this.inlineQueue) {
      Object.assign(this.state, { inLink: false, inRawBlock: false, linkEmitted: false });
      if (isTooMuchWork(run.src)) run.tokens.push(plainToken(run.src));
      else this.inlineTokens(run.src, run.tokens);
    }
    this.inlineQueue = [];
    return this.tokens;
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[];
  override blockTokens(
    src: string,
    tokens?: TokensList,
    lastParagraphClipped?: boolean,
  ): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped = false): Token[] {
    if (this.#blockDepth >= MAX_DEPTH) {
      tokens.push(plainToken(src));
      return tokens;
    }
    this.#blockDepth += 1;
    super.blockTokens(src, tokens, lastParagraphClipped);
    this.#blockDepth -= 1;
    return tokens;
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    if (this.#inlineDepth >= MAX_DEPTH) {
      tokens.push(plainToken(src));
      return tokens;
    }
    this.#inlineDepth += 1;
    super.inlineTokens(src, tokens);
    this.#inlineDepth -= 1;
    return tokens;
  }

  /** Only where there can be some: it costs time in every text. */
  #lookForFormulas(src: string): void {
    if (!FORMULA.test(src)) return;
    this.#tokenizer.mayHaveFormulas = true;
    this.options.extensions = formulaExtensions;
    if (src.includes('$'))
      this.options.hooks = Object.assign(new Hooks(), { emStrongMask: maskDollars });
  }
}
