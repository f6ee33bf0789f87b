import { openClient } from '../client.ts';
import type { Subject } from '../findings.ts';
import { bearer, request } from '../request.ts';
import type { Step } from '../step.ts';
import { requireTokens } from '../walk-state.ts';

/** Who the service says the person is: names and types of the members, and `auth.type`. */
export const account: Step = {
  question: 'account',
  about:
    'Asks userinfo and whoami-v2 once each. Only names and types of what they say are written.',
  run: async (walk, note) => {
    const { accessToken } = requireTokens(walk);
    const { server } = await openClient(walk);
    await look('userinfo', server.userinfo_endpoint ?? '');
    await look('whoami', `${walk.providerOrigin}/api/whoami-v2`);

    async function look(of: Subject, url: string): Promise<void> {
      const { status, body } = await request(url, { headers: bearer(accessToken) });
      walk.record.confidential.addAll(body);
      note({ kind: 'status', of, status });
      note({ kind: 'fields', of, body });
    }
  },
};
