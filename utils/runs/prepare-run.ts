import { answerLanguage } from '@/utils/actions/answer-language';
import { createMessages, type ChatMessage } from '@/utils/actions/messages';
import { planAction } from '@/utils/actions/plan';
import { findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { allowedModel, allowedModels } from '@/utils/models/allowed-models';
import { chosenModel } from '@/utils/models/chosen-model';
import { readModelCatalogue } from '@/utils/models/model-catalogue';
import { modelNotAllowed } from '@/utils/models/model-not-allowed';
import { accountsItem, settingsByAccountItem } from '@/utils/storage/items';
import type { Run, RunState } from './run';

/** More than this in USD is asked about first. */
const ASK_ABOVE_USD = 0.01;

/** What is to be sent. */
export interface PreparedRun {
  model: string;
  /** The cheapest provider that the policy allows; `undefined` where it allows all. */
  provider: string | undefined;
  messages: ChatMessage[];
  maxTokens: number;
  sentCharacters: number;
}

/** A run is ready, or waits for the person, or cannot be done. `owner` is the account it is for, once known. */
export type Preparation =
  | { kind: 'ready'; prepared: PreparedRun; owner: string }
  | {
      kind: 'held';
      state: Extract<RunState, { kind: 'held' }>;
      model?: string;
      owner: string | undefined;
    }
  | { kind: 'failed'; error: CompanionError; owner: string | undefined };

/** Hugging Face's scope for Inference Providers (https://huggingface.co/docs/hub/oauth). */
const INFERENCE_SCOPE = 'inference-api';

/**
 * Goes through what a run needs, in the order in which a person would be asked. It can be called again
 * after each answer; nothing is sent and nothing is changed here.
 *
 * @throws Failure when the model list cannot be had
 */
export async function prepareRun(run: Run): Promise<Preparation> {
  const { action, question, text } = run;
  const accounts = await accountsItem.get();
  const account = findAccount(accounts, run.owner ?? accounts?.active);
  const owner = run.owner ?? account?.sub;
  const fail = (error: CompanionError): Preparation => ({ kind: 'failed', error, owner });
  const hold = (by: 'question' | 'client-id' | 'sign-in'): Preparation => ({
    kind: 'held',
    state: { kind: 'held', by },
    owner,
  });
  if (text.trim() === '') return fail({ kind: 'no-text' });
  if (action === 'ask' && !question?.trim()) return hold('question');
  const configuration = await readConfiguration();
  if (!configuration.clientId) return hold('client-id');
  if (owner === undefined || account?.session !== 'open') return hold('sign-in');
  if (!account.scopes.includes(INFERENCE_SCOPE)) return fail({ kind: 'scope-missing' });

  const [{ models }, settings] = await Promise.all([
    readModelCatalogue(),
    settingsByAccountItem.get(),
  ]);
  const allowed = allowedModels(models, configuration);
  const chosen = chosenModel(allowed, settings?.[owner]?.model);
  if (!chosen && models.length === 0) return fail({ kind: 'no-models' });
  const model = chosen && allowedModel(chosen, configuration);
  if (!model) return fail(modelNotAllowed(chosen?.id, configuration));

  const plan = planAction(action, text, model);
  const sendCharacters = plan.text.length;
  if (plan.text.trim() === '') return fail({ kind: 'text-too-long' });
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
      provider: configuration.allowedProviders && model.providers?.[0]?.name,
      messages: createMessages(input),
      maxTokens: plan.maxTokens,
      sentCharacters: sendCharacters,
    },
  };
}
