import * as oauth from 'oauth4webapi';
import { openClient } from './client.ts';
import { readAnswer, type Answer } from './request.ts';
import type { Walk } from './walk-state.ts';

/** Uses a refresh token (RFC 6749 §6), and remembers that the answer is confidential. */
export async function refresh(walk: Walk, refreshToken: string): Promise<Answer> {
  const { client, server, options } = await openClient(walk);
  const answer = await readAnswer(
    await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, options),
  );
  walk.record.confidential.addAll(answer.body);
  return answer;
}
