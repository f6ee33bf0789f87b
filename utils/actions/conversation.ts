import type { ChatModel } from '@/utils/models/chat-model';
import { costUsd } from '@/utils/models/cost';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import type { ActionId } from './action';
import { createFence, followUpInstruction, requestOf, type ChatMessage } from './messages';
import { answerTokens, contextRoom, OVERHEAD_TOKENS } from './plan';

/** A question, or another action, and what was answered. */
export interface Exchange {
  action: ActionId;
  /** Only of `ask`. */
  question: string | undefined;
  answer: string;
}

/** A conversation with a new question at its end. */
export interface Conversation {
  /** What it is about, as it was sent first. */
  text: string;
  /** What was said since, the oldest first. */
  exchanges: readonly Exchange[];
  question: string;
  /** English name of the language answers are wanted in, such as "German". */
  language: string;
}

/** What sending a conversation means; without messages when not even text and question fit the model. */
export interface ConversationPlan {
  messages: ChatMessage[] | undefined;
  /** How many of the oldest exchanges had no room. */
  dropped: number;
  maxTokens: number;
  /** Characters of everything that is sent. */
  characters: number;
  /** Highest list price in USD; `undefined` when the model has no known price. */
  costUsd: number | undefined;
}

/**
 * Plans a follow-up: the text and the question always go, and of what was said in between the newest, as
 * much as the model takes.
 */
export function planConversation(conversation: Conversation, model: ChatModel): ConversationPlan {
  const { text, exchanges, question, language } = conversation;
  const maxTokens = answerTokens('ask', 0, model);
  const room = contextRoom(model) - maxTokens;
  const sizes = exchanges.map(
    (exchange) => estimateTokens(requestOf(exchange, language)) + estimateTokens(exchange.answer),
  );
  let tokens = sizes.reduce((sum, size) => sum + size, 0);
  tokens += estimateTokens(text) + estimateTokens(question);
  let dropped = 0;
  while (tokens > room && dropped < sizes.length) {
    tokens -= sizes[dropped] ?? 0;
    dropped += 1;
  }
  const messages = createConversation(conversation, dropped);
  return {
    messages: tokens <= room ? messages : undefined,
    dropped,
    maxTokens,
    characters: messages.reduce((sum, { content }) => sum + content.length, 0),
    costUsd: costUsd(model, { inputTokens: tokens + OVERHEAD_TOKENS, outputTokens: maxTokens }),
  };
}

/** The messages without the oldest exchanges. Roles alternate whatever is left out, as some models insist. */
function createConversation(
  { text, exchanges, question, language }: Conversation,
  dropped: number,
): ChatMessage[] {
  const { fenced, rule } = createFence(text);
  const messages: ChatMessage[] = [
    { role: 'system', content: `${followUpInstruction(language)}\n\n${rule}` },
  ];
  const ask = (request: string) => {
    const isFirst = messages.length === 1;
    messages.push({ role: 'user', content: isFirst ? `${fenced}\n\n${request}` : request });
  };
  for (const exchange of exchanges.slice(dropped)) {
    ask(requestOf(exchange, language));
    messages.push({ role: 'assistant', content: exchange.answer });
  }
  ask(question.toWellFormed());
  return messages;
}
