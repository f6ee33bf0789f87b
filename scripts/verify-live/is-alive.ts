import { openClient } from './client.ts';
import { bearer, request } from './request.ts';
import type { Walk } from './walk-state.ts';

/** Whether userinfo still takes the access token. */
export async function isAlive(walk: Walk, accessToken: string): Promise<boolean> {
  const { server } = await openClient(walk);
  const { status } = await request(server.userinfo_endpoint ?? '', {
    headers: bearer(accessToken),
  });
  return status === 200;
}
