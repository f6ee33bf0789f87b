import { signal } from '@preact/signals';
import type { RunControls } from '@/components/run/run-controls';
import { RunView } from '@/components/run/run-view';
import { PageActions } from '@/components/ui/page-actions';
import type { CompanionError } from '@/utils/errors/companion-error';
import type { Result } from '@/utils/result';
import type { RunSnapshot } from '@/utils/runs/run';
import { Page } from './page';
import { snapshot } from './runs';

/**
 * Draws a run, and notes what its controls are asked.
 *
 * @param refusal what every control is answered, if not that it was done
 */
export async function openRun(
  change: Partial<RunSnapshot> = {},
  hasQuote = false,
  refusal?: CompanionError,
) {
  const done: string[] = [];
  const note = async (what: string): Promise<Result<unknown>> => {
    done.push(what);
    return refusal ? { ok: false, error: refusal } : { ok: true, value: null };
  };
  const controls: RunControls = {
    onStop: () => note('stop'),
    onRetry: () => note('retry'),
    onContinue: () => note('continue'),
    onRetryWith: ({ choice }) => note(`use ${choice?.model}`),
    onFollowUp: (question) => note(`follow up ${question}`),
    onConfirm: () => note('confirm'),
    readSent: () => Promise.reject(new Error('nobody asked')),
    onSendEdited: (text) => note(`send ${text}`),
    onAsk: (question) => note(`ask ${question}`),
  };
  const run = snapshot(change);
  const answer = signal(run.answer);
  const gate = <button type="button">The gate</button>;
  const reasoning = signal(run.reasoning);
  const view = { run, answer, reasoning, controls, gate, hasQuote, hasFollowUp: false };
  const actions = {
    allowHosts: (host: string) => done.push(`allow ${host}`),
    grantScope: (scope: string) => done.push(`grant ${scope}`),
  };
  const draw = (next: Partial<RunSnapshot> = {}) => (
    <PageActions.Provider value={actions}>
      <RunView {...view} run={{ ...run, ...next }} />
    </PageActions.Provider>
  );
  const page = await Page.open(draw());
  const turnInto = (next: Partial<RunSnapshot>) => page.show(draw(next));
  return { page, done, answer, turnInto };
}
