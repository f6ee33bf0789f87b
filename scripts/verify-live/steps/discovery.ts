import { request } from '../request.ts';
import type { Step } from '../step.ts';

/** The discovery document (OpenID Connect Discovery §4). */
export const discovery: Step = {
  question: 'discovery',
  about: 'Reads the public discovery document.',
  run: async (walk, note) => {
    const { body } = await request(`${walk.providerOrigin}/.well-known/openid-configuration`);
    note({ kind: 'fields', of: 'discovery', body });
  },
};
