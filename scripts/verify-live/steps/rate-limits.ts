import type { Subject } from '../findings.ts';
import { request } from '../request.ts';
import type { Step } from '../step.ts';

/** The limits as ordinary answers tell them. Nobody is made to say 429. */
export const rateLimits: Step = {
  question: 'rate-limits',
  about: 'Sends one ordinary request to the router and one to the Hub, without any token.',
  run: async ({ providerOrigin, routerOrigin }, note) => {
    await look('router-answer', `${routerOrigin}/v1/models`);
    await look('hub-answer', `${providerOrigin}/api/models?limit=1`);
    note({ kind: 'finding', finding: 'not-provoked' });

    async function look(of: Subject, url: string): Promise<void> {
      const { status, headers } = await request(url);
      note({ kind: 'status', of, status });
      note({ kind: 'headers', of, headers, which: 'limits' });
    }
  },
};
