import type { ChatModel } from '@/utils/models/chat-model';
import { estimateTokens, takeTokens } from '../models/estimate-tokens.ts';
import { isWordOrTwo } from '../text/is-word-or-two.ts';
import type { ActionId } from './action.ts';

/** What sending a text would mean. */
export interface Plan {
  /** The text that fits: the whole, or its beginning. */
  text: string;
  isCut: boolean;
  /** Bound on the answer, with the thinking before it, in tokens. */
  maxTokens: number;
  /** Of all that is sent, as we estimate them. */
  inputTokens: number;
}

/** Bound on an answer, in tokens: so many, and so many for each of the text, but never more than the last. */
interface OutputBound {
  base: number;
  growth: number;
  most: number;
}

/** Assumed where a model does not say. */
const UNKNOWN_CONTEXT = 16_384;
/** Instructions and fences, generously. */
export const OVERHEAD_TOKENS = 400;
/** Providers commonly refuse to write more at once. */
const MAXIMUM_OUTPUT = 8_192;

/* A bound that is met breaks an answer off, and one that is far off invites models to ramble and makes the
   price before look like more than the one after. */
const BOUNDS: Readonly<Record<ActionId, OutputBound>> = {
  summarize: { base: 256, growth: 0.5, most: 2_048 },
  explain: { base: 512, growth: 2, most: 2_048 },
  // Between languages a text can be twice as long in tokens.
  translate: { base: 64, growth: 2, most: Infinity },
  rewrite: { base: 128, growth: 1.5, most: Infinity },
  'fix-grammar': { base: 64, growth: 1.25, most: Infinity },
  ask: { base: 1_536, growth: 0, most: 1_536 },
};

/** Of a word or two. */
const WORD_BOUND: OutputBound = { base: 512, growth: 0, most: 512 };

/** Thinking counts against the bound on the answer and is paid for like it. */
const THINKING_TOKENS = 4_096;

/**
 * Plans a run: how much of the text fits the model, and how long the answer may be.
 *
 * @param besides what goes with the text: a question, the sentence around it
 */
export function planAction(action: ActionId, text: string, model: ChatModel, besides = ''): Plan {
  const bound = boundOf(action, text);
  const besidesTokens = estimateTokens(besides);
  const thinking = thinkingTokens(model);
  const room = contextRoom(model) - thinking - besidesTokens;
  const fitting = takeTokens(text, Math.max(0, Math.floor(capacity(bound, room, thinking))));
  const textTokens = estimateTokens(fitting);
  const maxTokens = answerTokens(bound, textTokens) + thinking;
  return {
    text: fitting,
    isCut: fitting.length < text.length,
    maxTokens,
    inputTokens: textTokens + besidesTokens + OVERHEAD_TOKENS,
  };
}

/** How many tokens a model takes in and gives out together, instructions left out. */
export function contextRoom(model: ChatModel): number {
  return (model.contextLength ?? UNKNOWN_CONTEXT) - OVERHEAD_TOKENS;
}

/** Bound on the answer to a follow-up, with the thinking before it, in tokens. */
export function followUpTokens(model: ChatModel): number {
  return BOUNDS.ask.base + thinkingTokens(model);
}

function boundOf(action: ActionId, text: string): OutputBound {
  return action === 'explain' && isWordOrTwo(text) ? WORD_BOUND : BOUNDS[action];
}

/** How many tokens of text have room beside their answer. */
function capacity({ base, growth, most }: OutputBound, room: number, thinking: number): number {
  const beside = (room - base) / (1 + growth);
  if (most < Infinity) return Math.max(beside, room - most);
  return Math.min(beside, (MAXIMUM_OUTPUT - thinking - base) / growth);
}

function answerTokens({ base, growth, most }: OutputBound, textTokens: number): number {
  return Math.min(most, base + Math.ceil(textTokens * growth));
}

/** Of a small context thinking has a quarter, so that a text has room too. */
function thinkingTokens({ isThinking, contextLength = UNKNOWN_CONTEXT }: ChatModel): number {
  return isThinking ? Math.min(THINKING_TOKENS, Math.floor(contextLength / 4)) : 0;
}
