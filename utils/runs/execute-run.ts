import { reasoningEffort } from '@/utils/actions/reasoning-effort';
import { readConfiguration } from '@/utils/config/configuration';
import { streamEndpointCompletion } from '@/utils/endpoints/endpoint-completion';
import { Failure } from '@/utils/errors/failure';
import { streamChatCompletion } from '@/utils/inference/chat-completion';
import { meterPart, type Meter } from '@/utils/inference/meter';
import type { AnswerEnd } from '@/utils/inference/read-answer';
import type { AnswerDelta } from '@/utils/inference/split-thinking';
import { getAccessToken } from '@/utils/session/access-token';
import { endSession } from '@/utils/session/end-session';
import { askViewPatiently, type AskView } from './ask-view';
import type { PreparedRun } from './preparation';
import type { RunTarget } from './target';

type RouterTarget = Extract<RunTarget, { kind: 'router' }>;

/**
 * Sends a prepared run where it goes and hands over its text as it comes. At the router, a 401 before the first
 * word renews its owner's token once; once it has begun nothing is asked again, since it may be paid for.
 *
 * @returns why the model stopped
 * @throws Failure; the signal's reason when it was aborted
 */
export async function executeRun(
  { prepared, meter, askView }: { prepared: PreparedRun; meter: Meter; askView: AskView },
  signal: AbortSignal,
  onDelta: (delta: AnswerDelta) => void,
): Promise<'stop' | 'length'> {
  const listener = { signal, meter, onDelta };
  const { target } = prepared;
  if (target.kind === 'endpoint') {
    const { choice, messages, maxTokens } = prepared;
    const { model } = choice;
    const { fields } = reasoningEffort(model);
    const request = { ...target, model, messages, maxTokens, fields, signal, meter };
    return await handOver(streamEndpointCompletion(request), listener);
  }
  if (target.kind === 'built-in') {
    const { messages, maxTokens } = prepared;
    const onText = (text: string) => onDelta({ text, reasoning: '' });
    return await askViewPatiently(askView, { ...target, messages, maxTokens }, { signal, onText });
  }
  const { owner } = target;
  const accessToken = await getAccessToken(owner);
  try {
    return await stream({ prepared, target, accessToken }, listener);
  } catch (cause) {
    if (!isSessionExpired(cause)) throw cause;
  }
  const renewed = await getAccessToken(owner, accessToken);
  try {
    return await stream({ prepared, target, accessToken: renewed }, listener);
  } catch (cause) {
    // A token fresh from the server, refused: the person has taken the permission back.
    if (isSessionExpired(cause)) await endSession(owner, { kind: 'session-expired' }, renewed);
    throw cause;
  }
}

interface Listener {
  signal: AbortSignal;
  meter: Meter;
  onDelta: (delta: AnswerDelta) => void;
}

async function stream(
  run: { prepared: PreparedRun; target: RouterTarget; accessToken: string },
  listener: Listener,
): Promise<'stop' | 'length'> {
  const { choice, messages, maxTokens } = run.prepared;
  const { provider, billTo } = run.target;
  const { routerOrigin } = await readConfiguration();
  const { signal, meter } = listener;
  const request = {
    routerOrigin,
    accessToken: run.accessToken,
    billingOrganization: billTo,
    model: choice.model,
    provider,
    messages,
    maxTokens,
    fields: reasoningEffort(choice.model).fields,
    signal,
    meter,
  };
  return await handOver(streamChatCompletion(request), listener);
}

async function handOver(
  answer: AsyncGenerator<AnswerDelta, AnswerEnd, void>,
  { meter, onDelta }: Listener,
): Promise<'stop' | 'length'> {
  for (;;) {
    const next = await answer.next();
    if (next.done) return next.value.finish;
    meterPart(meter);
    onDelta(next.value);
  }
}

function isSessionExpired(cause: unknown): boolean {
  return cause instanceof Failure && cause.error.kind === 'session-expired';
}
