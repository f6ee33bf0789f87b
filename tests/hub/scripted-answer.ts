import type { ChatAnswer } from './chat-answer.ts';
import type { ChatRequest } from './chat-request.ts';

/** An answer that is given beforehand, where a test needs one of a certain size and speed. */
export interface ScriptedAnswer {
  /** Each is sent as one event; joined they are the text. */
  readonly pieces: readonly string[];
  /** On the average; the Hub catches up when it was late. */
  readonly piecesPerSecond: number;
  /** Called right before a piece is sent, which is counted from 0. */
  readonly onSend?: (index: number) => void;
}

/** What to answer to a streamed chat; `undefined` leaves it to demo/extractive. */
export type Script = (request: ChatRequest) => ScriptedAnswer | undefined;

/** A scripted answer as one of the demo model's: complete, a piece counted as one token. */
export function asChatAnswer({ pieces }: ScriptedAnswer): ChatAnswer {
  const completion = pieces.length;
  return {
    pieces,
    finishReason: 'stop',
    usage: { prompt_tokens: 1, completion_tokens: completion, total_tokens: completion + 1 },
  };
}
