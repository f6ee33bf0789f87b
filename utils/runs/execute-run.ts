import { readConfiguration } from '@/utils/config/configuration';
import { streamEndpointCompletion } from '@/utils/endpoints/endpoint-completion';
import { Failure } from '@/utils/errors/failure';
import { streamChatCompletion } from '@/utils/inference/chat-completion';
import type { AnswerEnd } from '@/utils/inference/read-answer';
import type { AnswerDelta } from '@/utils/inference/split-thinking';
import { getAccessToken } from '@/utils/session/access-token';
import { endSession } from '@/utils/session/end-session';
import type { PreparedRun } from './prepare-run';
import type { RunTarget } from './target';

/** A run that goes to the router, with the token it goes with. */
interface RouterRun {
  prepared: PreparedRun;
  target: Extract<RunTarget, { kind: 'router' }>;
  accessToken: string;
}

/**
 * Sends a prepared run where it goes and hands over its text as it comes. At the router, a 401 before the first
 * word renews its owner's token once; once it has begun nothing is asked again, since it may be paid for.
 *
 * @returns why the model stopped
 * @throws Failure; the signal's reason when it was aborted
 */
export async function executeRun(
  prepared: PreparedRun,
  signal: AbortSignal,
  onDelta: (delta: AnswerDelta) => void,
): Promise<'stop' | 'length'> {
  const { target } = prepared;
  if (target.kind === 'endpoint') {
    const { choice, messages, maxTokens } = prepared;
    const request = { ...target, model: choice.model, messages, maxTokens, signal };
    return await handOver(streamEndpointCompletion(request), onDelta);
  }
  const { owner } = target;
  const accessToken = await getAccessToken(owner);
  try {
    return await stream({ prepared, target, accessToken }, { signal, onDelta });
  } catch (cause) {
    if (!isSessionExpired(cause)) throw cause;
  }
  const renewed = await getAccessToken(owner, accessToken);
  try {
    return await stream({ prepared, target, accessToken: renewed }, { signal, onDelta });
  } catch (cause) {
    // A token fresh from the server, refused: the person has taken the permission back.
    if (isSessionExpired(cause)) await endSession(owner, { kind: 'session-expired' }, renewed);
    throw cause;
  }
}

async function stream(
  { prepared, target, accessToken }: RouterRun,
  { signal, onDelta }: { signal: AbortSignal; onDelta: (delta: AnswerDelta) => void },
): Promise<'stop' | 'length'> {
  const { choice, messages, maxTokens } = prepared;
  const { routerOrigin, billingOrganization } = await readConfiguration();
  const payment = { accessToken, billingOrganization };
  const request = {
    routerOrigin,
    ...payment,
    model: choice.model,
    provider: target.provider,
    messages,
    maxTokens,
    signal,
  };
  return await handOver(streamChatCompletion(request), onDelta);
}

async function handOver(
  answer: AsyncGenerator<AnswerDelta, AnswerEnd, void>,
  onDelta: (delta: AnswerDelta) => void,
): Promise<'stop' | 'length'> {
  for (;;) {
    const next = await answer.next();
    if (next.done) return next.value.finish;
    onDelta(next.value);
  }
}

function isSessionExpired(cause: unknown): boolean {
  return cause instanceof Failure && cause.error.kind === 'session-expired';
}
