import { readConfiguration } from '@/utils/config/configuration';
import { Failure } from '@/utils/errors/failure';
import { streamChatCompletion } from '@/utils/inference/chat-completion';
import { meterPart, type Meter } from '@/utils/inference/meter';
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
  { owner, prepared, meter }: { owner: string; prepared: PreparedRun; meter: Meter },
  signal: AbortSignal,
  onDelta: (delta: AnswerDelta) => void,
): Promise<'stop' | 'length'> {
  const accessToken = await getAccessToken(owner);
  const listener = { signal, meter, onDelta };
  try {
    return await stream(prepared, accessToken, listener);
  } catch (cause) {
    if (!isSessionExpired(cause)) throw cause;
  }
  const renewed = await getAccessToken(owner, accessToken);
  try {
    return await stream(prepared, renewed, listener);
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
  { choice, provider, billTo, messages, maxTokens }: PreparedRun,
  accessToken: string,
  { signal, meter, onDelta }: Listener,
): Promise<'stop' | 'length'> {
  const { routerOrigin } = await readConfiguration();
  const request = {
    routerOrigin,
    accessToken,
    billingOrganization: billTo,
    model: choice.model,
    provider,
    messages,
    maxTokens,
    signal,
    meter,
  };
  const answer = streamChatCompletion(request);
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
