import { answerLanguage } from '@/utils/actions/answer-language';
import { planConversation } from '@/utils/actions/conversation';
import { continueMessages, createMessages, type ChatMessage } from '@/utils/actions/messages';
import { contextRoom, planAction } from '@/utils/actions/plan';
import type { ChatModel } from '@/utils/models/chat-model';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import type { Run } from './run';

/** What a run would send, and what that means. */
export interface PlannedRun {
  messages: ChatMessage[];
  /** Bound on the answer, in tokens. */
  maxTokens: number;
  /** How many characters of the text go; of a follow-up, of everything. */
  characters: number;
  isCut: boolean;
  /** How many of the conversation's oldest questions had no room. */
  droppedTurns: number;
  costUsd: number | undefined;
}

/** Less room than this for the rest of an answer is none. Tokens. */
const SMALLEST_REST = 128;

/**
 * Plans what a run sends: an action on a text, a follow-up with its conversation, or either with the
 * answer that broke off.
 *
 * @returns `undefined` when it does not fit the model
 */
export function planRun(
  run: Run,
  earlier: readonly Run[],
  model: ChatModel,
): PlannedRun | undefined {
  const isFirst = run.conversation === run.id;
  const plan = isFirst ? planFirst(run, model) : planFollowUp(run, earlier, model);
  return run.answer === '' ? plan : plan && planRest(plan, run, model);
}

function planFirst({ action, text, question }: Run, model: ChatModel): PlannedRun | undefined {
  const plan = planAction(action, text, model);
  if (plan.text.trim() === '') return undefined;
  const input = { action, question, text: plan.text, language: answerLanguage() };
  const { isCut, maxTokens, costUsd } = plan;
  const characters = plan.text.length;
  return {
    messages: createMessages(input),
    maxTokens,
    characters,
    isCut,
    droppedTurns: 0,
    costUsd,
  };
}

function planFollowUp(run: Run, earlier: readonly Run[], model: ChatModel): PlannedRun | undefined {
  const [first] = earlier;
  const conversation = {
    // Without it, where the first turn was deleted.
    text: first?.text.slice(0, first.sentCharacters) ?? '',
    // What was never answered says nothing.
    exchanges: earlier.filter(({ answer }) => answer.trim() !== ''),
    question: run.question ?? '',
    language: answerLanguage(),
  };
  const plan = planConversation(conversation, model);
  const { messages, dropped: droppedTurns, maxTokens, characters, costUsd } = plan;
  return messages && { messages, maxTokens, characters, isCut: false, droppedTurns, costUsd };
}

/** The rest of an answer has what room the answer so far leaves. */
function planRest(plan: PlannedRun, { answer }: Run, model: ChatModel): PlannedRun | undefined {
  const messages = continueMessages(plan.messages, answer);
  const tokens = messages.reduce((sum, { content }) => sum + estimateTokens(content), 0);
  const maxTokens = Math.min(plan.maxTokens, contextRoom(model) - tokens);
  return maxTokens < SMALLEST_REST ? undefined : { ...plan, messages, maxTokens };
}
