import { answerExtractively } from './extractive-summariser.ts';
import { contentText, readPrompt } from './chat-prompt.ts';
import type { ChatRequest } from './chat-request.ts';

export interface ChatAnswer {
  /** The answer in the pieces in which it is streamed; joined they are the text. */
  readonly pieces: readonly string[];
  readonly finishReason: 'stop' | 'length';
  readonly usage: {
    readonly prompt_tokens: number;
    readonly completion_tokens: number;
    readonly total_tokens: number;
  };
}

/** What demo/extractive answers; it counts a word as one token. */
export function answerChat({ messages, max_tokens: limit }: ChatRequest): ChatAnswer {
  const prompt = readPrompt(messages);
  const all = answerExtractively(prompt);
  // Asked to go on, it goes on where its earlier answer ended.
  const begun = prompt.begun !== '' && all.startsWith(prompt.begun) ? prompt.begun.length : 0;
  const words = splitWords(all.slice(begun));
  const pieces = words.slice(0, limit);
  const promptTokens = messages.flatMap((message) => splitWords(contentText(message))).length;
  return {
    pieces,
    finishReason: pieces.length < words.length ? 'length' : 'stop',
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: pieces.length,
      total_tokens: promptTokens + pieces.length,
    },
  };
}

function splitWords(text: string): string[] {
  return text.match(/\s*\S+\s*$|\s*\S+/g) ?? [];
}
