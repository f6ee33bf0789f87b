import type { Provider } from 'oidc-provider';
import { PollingPace } from './polling-pace.ts';

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

/** The device's endpoint by POST (RFC 8628 §3.1), and by GET the page for the person (§3.3). */
export const DEVICE_PATH = '/oauth/device';

/** Where the person's page posts to: the provider can't have two forms under one path. */
export const DEVICE_FORM_PATH = '/oauth/device/verify';

/** Changes the provider's answers in the device flow where Hugging Face's differ. */
export function behaveLikeHuggingFaceForDevices(provider: Provider): void {
  const pace = new PollingPace();
  provider.use(async (ctx, next) => {
    // Without the query: no page is filled in by its address.
    if (ctx.method === 'GET' && ctx.path === DEVICE_PATH) ctx.url = DEVICE_FORM_PATH;
    await next();
    shortenDeviceAnswer(ctx, provider.issuer);
    slowDown(ctx, pace);
  });
}

// No `interval` and no `verification_uri_complete`; the page has the same path as the endpoint.
function shortenDeviceAnswer(ctx: Context, issuer: string): void {
  const body: unknown = ctx.body;
  if (ctx.path !== DEVICE_PATH || typeof body !== 'object' || body === null) return;
  if (!('device_code' in body && 'user_code' in body && 'expires_in' in body)) return;
  ctx.body = {
    device_code: body.device_code,
    user_code: body.user_code,
    verification_uri: `${issuer}${DEVICE_PATH}`,
    expires_in: body.expires_in,
  };
}

// Only where the device has to go on waiting: what the person decided is told at once.
function slowDown(ctx: Context, pace: PollingPace): void {
  const body: unknown = ctx.body;
  if (ctx.path !== '/oauth/token' || typeof body !== 'object' || body === null) return;
  if (!('error' in body) || body.error !== 'authorization_pending') return;
  if (!pace.isTooFast(String(ctx['oidc']?.params?.device_code))) return;
  ctx.body = {
    error: 'slow_down',
    error_description: 'The device polls too fast; wait five seconds more each time',
  };
}
