import { NOBODY } from '@/utils/account/account-settings';
import { findAccount } from '@/utils/account/accounts';
import { readConfiguration } from '@/utils/config/configuration';
import type { CompanionError } from '@/utils/errors/companion-error';
import { BUILT_IN_MODEL, isBuiltIn, isBuiltInAllowed } from '@/utils/models/built-in';
import { choiceFor } from '@/utils/models/choice-for';
import { accountsItem, settingsByAccountItem } from '@/utils/storage/items';
import type { Preparation } from './preparation';
import { prepareEndpointRun } from './prepare-endpoint-run';
import { prepareFreeRun } from './prepare-free-run';
import { prepareRouterRun } from './prepare-router-run';
import type { Run } from './run';

/**
 * Goes through what a run needs, in the order in which a person would be asked: first what every run needs,
 * then what it needs where it is to go. It can be called again after each answer; nothing is sent and nothing
 * is changed here.
 *
 * @param earlier the turns before it of its conversation, the first first
 * @throws Failure when the model list cannot be had
 */
export async function prepareRun(run: Run, earlier: readonly Run[]): Promise<Preparation> {
  const [accounts, configuration, own] = await Promise.all([
    accountsItem.get(),
    readConfiguration(),
    settingsByAccountItem.get(),
  ]);
  const account = findAccount(accounts, run.owner ?? accounts?.active);
  const owner = run.owner ?? account?.sub;
  const fail = (error: CompanionError): Preparation => ({ kind: 'failed', error, owner });
  const isFollowUp = run.conversation !== run.id;
  if (!isFollowUp && run.text.trim() === '') return fail({ kind: 'no-text' });
  if (run.action === 'ask' && !run.question?.trim()) {
    return { kind: 'held', state: { kind: 'held', by: 'question' }, owner };
  }
  const settings = own?.[owner ?? NOBODY];
  const choice = run.override?.choice ?? choiceFor(run.action, settings);
  if (choice && isBuiltIn(choice)) {
    if (!isBuiltInAllowed(configuration)) return fail({ kind: 'endpoint-not-allowed' });
    const target = { kind: 'built-in', runId: run.id, windowId: run.windowId } as const;
    const context = { owner, settings, served: BUILT_IN_MODEL, target };
    return await prepareFreeRun({ run, earlier, choice }, context);
  }
  const context = { account, settings, configuration };
  return choice?.endpoint === undefined
    ? await prepareRouterRun({ run, earlier, choice }, context)
    : await prepareEndpointRun({ run, earlier, choice }, context);
}
