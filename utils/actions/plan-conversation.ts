import type { ChatModel } from '@/utils/models/chat-model';
import { estimateTokens } from '../models/estimate-tokens.ts';
import { answeredTurns, messagesOf, requestOfTurn, type ChatMessage } from './messages.ts';
import { contextRoom, followUpTokens, OVERHEAD_TOKENS } from './plan.ts';
import { plainSentText, type SentRun } from './sent-text.ts';

/** What sending a conversation means; without messages when not even text and question fit the model. */
export interface ConversationPlan {
  messages: ChatMessage[] | undefined;
  /** How many of the oldest exchanges had no room. */
  dropped: number;
  maxTokens: number;
  /** Characters of everything that is sent. */
  characters: number;
  /** Of all that is sent, as we estimate them. */
  inputTokens: number;
}

/**
 * Plans a follow-up: the text and the question always go, and of what was said in between the newest, as
 * much as the model takes.
 *
 * @param run the follow-up, with its brief
 * @param earlier the turns before it, the first first
 */
export function planConversation(
  run: SentRun,
  earlier: readonly SentRun[],
  model: ChatModel,
): ConversationPlan {
  const maxTokens = followUpTokens(model);
  const room = contextRoom(model) - maxTokens;
  const [first] = earlier;
  const sizes = answeredTurns(earlier).map(
    (turn) => estimateTokens(requestOfTurn(turn)) + estimateTokens(turn.answer),
  );
  let tokens = sizes.reduce((sum, size) => sum + size, 0);
  tokens += estimateTokens(first ? plainSentText(first) : '') + estimateTokens(run.question ?? '');
  let dropped = 0;
  while (tokens > room && dropped < sizes.length) {
    tokens -= sizes[dropped] ?? 0;
    dropped += 1;
  }
  const messages = messagesOf(
    { ...run, droppedTurns: dropped, choice: { ...run.choice, model: model.id } },
    earlier,
  );
  return {
    messages: tokens <= room ? messages : undefined,
    dropped,
    maxTokens,
    characters: messages.reduce((sum, { content }) => sum + content.length, 0),
    inputTokens: tokens + OVERHEAD_TOKENS,
  };
}
