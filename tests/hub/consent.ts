import type { Provider } from 'oidc-provider';
import { PEOPLE, personById, type AccountName } from './accounts.ts';
import { askedScopes, storeConsent, type Interaction } from './consent-grant.ts';
import { consentPage } from './consent-page.ts';
import type { Exchange } from './exchange.ts';
import { errorPage } from './html.ts';
import { sendHtml } from './respond.ts';

export const CONSENT_PREFIX = '/oauth/consent/';

/** Who decides, and how far that person goes. */
export interface ConsentDesk {
  readonly provider: Provider;
  readonly signedIn: () => AccountName;
  /** The only scopes the person agrees to; all when undefined. */
  readonly agreeable: () => readonly string[] | undefined;
}

/**
 * Serves the interaction step of an authorization: the login is implicit, the consent is a page
 * whose answer is a 303 (OpenID Connect Core 3.1.2.3 and 3.1.2.4).
 */
export async function handleConsent(exchange: Exchange, desk: ConsentDesk): Promise<void> {
  const { request, response } = exchange;
  const { provider, signedIn, agreeable } = desk;
  const interaction = await findInteraction(exchange, provider);
  if (interaction === undefined) {
    sendHtml(response, 400, errorPage('invalid_request', 'This request has expired.'));
    return;
  }
  if (interaction.prompt.name === 'login') {
    const login = { accountId: PEOPLE[signedIn()].id };
    await provider.interactionFinished(request, response, { login });
    return;
  }
  if (request.method !== 'POST') {
    await showConsent(exchange, provider, interaction);
    return;
  }
  const form = new URLSearchParams(await exchange.readBody());
  const result =
    form.get('decision') === 'allow'
      ? { consent: { grantId: await storeConsent(provider, interaction, agreeable()) } }
      : { error: 'access_denied', error_description: denial(interaction) };
  await provider.interactionFinished(request, response, result);
}

async function findInteraction(
  { request, response }: Exchange,
  provider: Provider,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch {
    // Whatever is wrong with the request's cookie, the person sees the same page.
    return undefined;
  }
}

async function showConsent(
  { path, response }: Exchange,
  provider: Provider,
  interaction: Interaction,
): Promise<void> {
  const { params, session, deviceCode } = interaction;
  const client = await provider.Client.find(String(params['client_id']));
  const person = personById(session?.accountId);
  if (client === undefined || person === undefined) throw new Error('Nobody to ask');
  const device = deviceCode === undefined ? undefined : await provider.DeviceCode.find(deviceCode);
  const html = consentPage({
    appName: client.clientName ?? client.clientId,
    person,
    scopes: askedScopes(interaction),
    action: path,
    target:
      deviceCode === undefined
        ? { redirectUri: String(params['redirect_uri']) }
        : { userCode: device?.userCode ?? '' },
  });
  sendHtml(response, 200, html);
}

function denial({ deviceCode }: Interaction): string {
  return deviceCode === undefined ? 'The user denied the request' : 'Device code denied';
}
