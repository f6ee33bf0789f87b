import * as oauth from 'oauth4webapi';

/**
 * A client that checks the times of an ID token by the server's clock, not by this computer's, which may
 * be wrong by days. The `Date` header (RFC 9110 §6.6.1) comes from the server that signed the token and in
 * the same answer.
 */
export function withServerClock(client: oauth.Client, response: Response): oauth.Client {
  const date = Date.parse(response.headers.get('date') ?? '');
  if (Number.isNaN(date)) return client;
  return { ...client, [oauth.clockSkew]: Math.round((date - Date.now()) / 1000) };
}
