import { applyFault } from './apply-fault.ts';
import { answerBillingUsage, type BillingUsage } from './billing-usage.ts';
import { CONSENT_PREFIX, handleConsent, type ConsentDesk } from './consent.ts';
import { DISCOVERY_PATHS, discoveryDocument } from './discovery.ts';
import { answerModels, type ModelsDesk } from './list-models.ts';
import type { Handler } from './listen.ts';
import { sendJson } from './respond.ts';
import { answerWhoami } from './whoami.ts';

interface ProviderDesk extends ConsentDesk, ModelsDesk {
  readonly picturesOrigin: string;
  readonly billing: BillingUsage;
}

/** The provider's server: the Hub's own routes first, everything else is the provider's. */
export function providerHandler(desk: ProviderDesk): Handler {
  const callback = desk.provider.callback();
  return async (exchange) => {
    if (await applyFault(exchange)) return;
    const { path, request, response } = exchange;
    if (request.method === 'GET' && DISCOVERY_PATHS.includes(path)) {
      sendJson(response, 200, discoveryDocument(desk.origin));
    } else if (request.method === 'GET' && path === '/api/whoami-v2') {
      const access = await desk.checkAccess(request.headers.authorization);
      answerWhoami(exchange, access, desk.picturesOrigin);
    } else if (request.method === 'GET' && path === '/api/models') {
      await answerModels(exchange, desk);
    } else if (request.method === 'GET' && path === '/api/settings/billing/usage-v2') {
      const access = await desk.checkAccess(request.headers.authorization);
      answerBillingUsage(exchange, access, desk.billing);
    } else if (path.startsWith(CONSENT_PREFIX)) {
      await handleConsent(exchange, desk);
    } else {
      await callback(request, response);
    }
  };
}
