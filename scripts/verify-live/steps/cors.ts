import { CHROMIUM_ID } from '../../../utils/config/extension-ids.ts';
import type { Subject } from '../findings.ts';
import { request } from '../request.ts';
import type { Step } from '../step.ts';

const ORIGIN = `chrome-extension://${CHROMIUM_ID}`;

/** What the service would say to an extension without host permissions (Fetch standard, CORS protocol). */
export const cors: Step = {
  question: 'cors',
  about: 'Sends four requests as a page of the extension would, without any token.',
  run: async ({ providerOrigin, routerOrigin }, note) => {
    const token = `${providerOrigin}/oauth/token`;
    const chat = `${routerOrigin}/v1/chat/completions`;
    await look('token-preflight', token, preflight('content-type'));
    // Without a grant it can only be refused; the headers are those of any answer.
    await look('token-answer', token, { method: 'POST', body: new URLSearchParams() });
    await look('router-preflight', chat, preflight('authorization,content-type,x-hf-bill-to'));
    await look('router-answer', `${routerOrigin}/v1/models`, {});

    async function look(of: Subject, url: string, init: RequestInit): Promise<void> {
      const headers = new Headers(init.headers);
      headers.set('origin', ORIGIN);
      const answer = await request(url, { ...init, headers });
      note({ kind: 'status', of, status: answer.status });
      note({ kind: 'headers', of, headers: answer.headers, which: 'cors' });
    }
  },
};

function preflight(headers: string): RequestInit {
  return {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': headers,
    },
  };
}
