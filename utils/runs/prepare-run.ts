import { answerLanguage } from '@/utils/actions/answer-language';
import { createMessages, type ChatMessage } from '@/utils/actions/messages';
import { planAction } from '@/utils/actions/plan';
import { readConfiguration } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { chosenModel } from '@/utils/models/chosen-model';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { accountItem, settingsItem } from '@/utils/storage/items';
import type { Run, RunState } from './run';

/** More than this in USD is asked about first. */
const ASK_ABOVE_USD = 0.01;

/** What is to be sent. */
export interface PreparedRun {
  model: string;
  messages: ChatMessage[];
  maxTokens: number;
  sentCharacters: number;
}

/** A run is ready, or waits for the person, or cannot be done. `owner` is the account it is for, once known. */
export type Preparation = { owner?: string } & (
  | { kind: 'ready'; prepared: PreparedRun }
  | { kind: 'held'; state: Extract<RunState, { kind: 'held' }>; model?: string }
  | { kind: 'failed'; error: CompanionError }
);

/**
 * Goes through what a run needs, in the order in which a person would be asked. It can be called again
 * after each answer; nothing is sent and nothing is changed here.
 *
 * @throws Failure when the model list cannot be had
 */
export async function prepareRun(run: Run): Promise<Preparation> {
  if (run.text.trim() === '') return { kind: 'failed', error: { kind: 'no-text' } };
  if (run.action === 'ask' && !run.question?.trim()) return held('question');
  const { clientId } = await readConfiguration();
  if (!clientId) return held('client-id');
  const owner = (await accountItem.get())?.sub;
  if (owner === undefined) return held('sign-in');

  const [{ models }, settings] = await Promise.all([readModelCatalogue(), settingsItem.get()]);
  const model = chosenModel(models, settings?.model);
  if (!model) return { kind: 'failed', error: { kind: 'no-models' }, owner };

  const { action, question } = run;
  const plan = planAction(action, run.text, model);
  const sendCharacters = plan.text.length;
  if (plan.text.trim() === '') {
    return { kind: 'failed', error: { kind: 'text-too-long' }, owner };
  }
  const { confirmed } = run;
  const isConfirmed = confirmed?.model === model.id && confirmed.characters === sendCharacters;
  if (!isConfirmed && (plan.isCut || (plan.costUsd ?? 0) > ASK_ABOVE_USD)) {
    return {
      kind: 'held',
      state: { kind: 'held', by: 'confirmation', sendCharacters, costUsd: plan.costUsd },
      model: model.id,
      owner,
    };
  }
  const input = { action, question, text: plan.text, language: answerLanguage() };
  return {
    kind: 'ready',
    owner,
    prepared: {
      model: model.id,
      messages: createMessages(input),
      maxTokens: plan.maxTokens,
      sentCharacters: sendCharacters,
    },
  };
}

function held(by: 'question' | 'client-id' | 'sign-in'): Preparation {
  return { kind: 'held', state: { kind: 'held', by } };
}
