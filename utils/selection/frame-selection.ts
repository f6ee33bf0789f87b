/** What one frame answers when it is asked for its selection. */
export type FrameSelection =
  /**
   * `isCut`: the page has more of it than it gave. `sentence`: what a word or two of the page stand in, at most
   * 300 characters.
   */
  | { kind: 'text'; text: string; isCut: boolean; sentence?: string }
  /** The selection is in a password field, or in another whose text is a secret. */
  | { kind: 'secret' }
  /** An editor that draws its own text has the focus, and gave none. */
  | { kind: 'drawn' }
  /** The focus is where this frame cannot look: in a frame of another origin, or a PDF. */
  | { kind: 'foreign' }
  | { kind: 'none' };
