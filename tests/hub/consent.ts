import type { Provider } from 'oidc-provider';
import { PEOPLE, personById, type AccountName } from './accounts.ts';
import { consentPage } from './consent-page.ts';
import type { Exchange } from './exchange.ts';
import { errorPage } from './html.ts';
import { sendHtml } from './respond.ts';

export const CONSENT_PREFIX = '/oauth/consent/';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/**
 * Serves the interaction step of an authorization: the login is implicit, the consent is a page
 * whose answer is a 303 (OpenID Connect Core 3.1.2.3 and 3.1.2.4).
 */
export async function handleConsent(
  exchange: Exchange,
  provider: Provider,
  signedIn: () => AccountName,
): Promise<void> {
  const { request, response } = exchange;
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
      ? { consent: { grantId: await grantEverythingAsked(provider, interaction) } }
      : { error: 'access_denied', error_description: 'The user denied the request' };
  await provider.interactionFinished(request, response, result);
}

async function findInteraction(
  { request, response }: Exchange,
  provider: Provider,
): Promise<Interaction | undefined> {
  try {
    return await provider.interactionDetails(request, response);
  } catch {
    return undefined;
  }
}

async function showConsent(
  { path, response }: Exchange,
  provider: Provider,
  { params, session }: Interaction,
): Promise<void> {
  const client = await provider.Client.find(String(params['client_id']));
  const person = personById(session?.accountId);
  if (client === undefined || person === undefined) throw new Error('Nobody to ask');
  const html = consentPage({
    appName: client.clientName ?? client.clientId,
    person,
    scopes: scopesOf(params),
    action: path,
    redirectUri: typeof params['redirect_uri'] === 'string' ? params['redirect_uri'] : '',
  });
  sendHtml(response, 200, html);
}

async function grantEverythingAsked(
  provider: Provider,
  { grantId, params, session }: Interaction,
): Promise<string> {
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  const created = new provider.Grant({
    accountId: session?.accountId,
    clientId: String(params['client_id']),
  });
  const grant = existing ?? created;
  grant.addOIDCScope(scopesOf(params).join(' '));
  return grant.save();
}

function scopesOf(params: Readonly<Record<string, unknown>>): string[] {
  const { scope } = params;
  return typeof scope === 'string' ? scope.split(' ').filter((name) => name !== '') : [];
}
