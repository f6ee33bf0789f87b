import type { Access } from './access.ts';
import { billToOf } from './bill-to.ts';
import type { Exchange } from './exchange.ts';
import { sendJson } from './respond.ts';
import { ROUTER_ERRORS } from './router-errors.ts';

/** What the door of the router knows. */
export interface Admission {
  readonly appName: string;
  checkAccess(authorization: string | undefined): Promise<Access>;
}

/**
 * Lets in who may chat, on whose account it may be (Hugging Face Inference Providers docs); returns
 * undefined once the request has been refused.
 */
export async function admitChat(
  { request, response }: Exchange,
  desk: Admission,
): Promise<Access | undefined> {
  const access = await desk.checkAccess(request.headers.authorization);
  if (access.kind !== 'granted') {
    const { revoked, invalidCredentials } = ROUTER_ERRORS;
    sendJson(response, 401, access.kind === 'revoked' ? revoked(desk.appName) : invalidCredentials);
    return undefined;
  }
  const { person, scopes } = access;
  const billTo = billToOf(request);
  const foreign = billTo !== undefined && !person.orgs.some(({ name }) => name === billTo);
  if (scopes.has('inference-api') && !foreign) return access;
  const whom = foreign ? `org ${billTo}` : `user ${person.name}`;
  sendJson(response, 403, ROUTER_ERRORS.noPermission(whom));
  return undefined;
}
