import type { Token } from 'marked';

/**
 * A streamed markdown text and its tokens so far. Values are never changed after they are made.
 */
export interface LexState {
  /** The text as it was given. */
  readonly source: string;
  /** `source` with every line ending as `\n`; a carriage return at the end is held back. */
  readonly text: string;
  /** How much of `text` the frozen blocks cover. */
  readonly frozenLength: number;
  /** Finished top-level blocks: the same objects from one state to the next. */
  readonly frozen: readonly Token[];
  /** The last blocks, which may still change. */
  readonly tail: readonly Token[];
  /** How much of `text` has been lexed; less than all of it only in a very long tail. */
  readonly lexedLength: number;
  /** How many tokens the frozen blocks hold. */
  readonly frozenCount: number;
  /** Whether a reference definition has been seen. */
  readonly hasDefinitions: boolean;
  /** Where a limit was passed: everything from here on is plain text. */
  readonly plainFrom: number | undefined;
}

/** The state before the first character. */
export const emptyLexState: LexState = {
  source: '',
  text: '',
  frozenLength: 0,
  frozen: [],
  tail: [],
  lexedLength: 0,
  frozenCount: 0,
  hasDefinitions: false,
  plainFrom: undefined,
};
