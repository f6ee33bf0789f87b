import { reasoningEffort } from '@/utils/actions/reasoning-effort';
import { readConfiguration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { streamChatCompletion } from '@/utils/inference/chat-completion';
import type { AnswerDelta } from '@/utils/inference/split-thinking';
import { getAccessToken } from '@/utils/session/access-token';
import { endSession } from '@/utils/session/end-session';
import type { PreparedRun } from './prepare-run';

/**
 * Sends a prepared run in its owner's name and hands over its text as it comes. A 401 before the first word renews the
 * token once; once it has begun nothing is asked again, since it may be paid for.
 *
 * @returns why the model stopped
 * @throws Failure; the signal's reason when it was aborted
 */
export async function executeRun(
  { owner, prepared }: { owner: string; prepared: PreparedRun },
  signal: AbortSignal,
  onDelta: (delta: AnswerDelta) => void,
): Promise<'stop' | 'length'> {
  const accessToken = await getAccessToken(owner);
  try {
    return await stream(prepared, accessToken, { signal, onDelta });
  } catch (cause) {
    if (!isSessionExpired(cause)) throw cause;
  }
  const renewed = await getAccessToken(owner, accessToken);
  try {
    return await stream(prepared, renewed, { signal, onDelta });
  } catch (cause) {
    // A token fresh from the server, refused: the person has taken the permission back.
    if (isSessionExpired(cause)) await endSession(owner, { kind: 'session-expired' }, renewed);
    throw cause;
  }
}

async function stream(
  { choice, provider, messages, maxTokens }: PreparedRun,
  accessToken: string,
  { signal, onDelta }: { signal: AbortSignal; onDelta: (delta: AnswerDelta) => void },
): Promise<'stop' | 'length'> {
  const { routerOrigin, billingOrganization } = await readConfiguration();
  const payment = { accessToken, billingOrganization };
  const request = {
    routerOrigin,
    ...payment,
    model: choice.model,
    provider,
    messages,
    maxTokens,
    fields: reasoningEffort(choice.model).fields,
    signal,
  };
  const answer = streamChatCompletion(request);
  for (;;) {
    const next = await answer.next();
    if (next.done) return next.value.finish;
    onDelta(next.value);
  }
}

function isSessionExpired(cause: unknown): boolean {
  return cause instanceof Failure && cause.error.kind === 'session-expired';
}
