import type { IncomingMessage } from 'node:http';
import type { Provider } from 'oidc-provider';
import { errorPage } from './html.ts';
import { SCOPES, unknownScope } from './scopes.ts';

type Context = Parameters<Parameters<Provider['use']>[0]>[0];

/** Gives access tokens the prefix that Hugging Face's have; the rest stays opaque. */
export function issuePrefixedAccessTokens(provider: Provider): void {
  const model = provider.AccessToken.prototype;
  // The model's own hook for its id, which is the token itself; the type package leaves it out.
  const generate: unknown = Reflect.get(model, 'generateTokenId');
  if (typeof generate !== 'function') throw new TypeError('oidc-provider has changed');
  Object.defineProperty(model, 'generateTokenId', {
    value: function prefixed(this: object): string {
      return `hf_oauth_${String(Reflect.apply(generate, this, []))}`;
    },
  });
}

/** Changes the provider's answers where Hugging Face's differ. */
export function behaveLikeHuggingFace(
  provider: Provider,
  onForm: (request: IncomingMessage, form: string) => void,
): void {
  provider.use(async (ctx, next) => {
    if (refuseUnknownScope(ctx)) return;
    await next();
    const form: unknown = ctx['oidc']?.body;
    if (typeof form === 'object' && form !== null) onForm(ctx.req, formText(form));
    dropCorsHeaders(ctx);
    dropIssuerParameter(ctx, provider.issuer);
    lowerTokenType(ctx);
  });
}

function refuseUnknownScope(ctx: Context): boolean {
  if (ctx.path !== '/oauth/authorize') return false;
  const scope = new URLSearchParams(ctx.querystring).get('scope') ?? '';
  const unknown = unknownScope(scope);
  if (unknown === undefined) return false;
  const error = 'invalid_request';
  const description = `Invalid scope "${unknown}", valid scopes are: ${Object.keys(SCOPES).join(', ')}`;
  ctx.status = 400;
  ctx.body =
    ctx.accepts('json', 'html') === 'html'
      ? errorPage(error, description)
      : { error, error_description: description };
  return true;
}

// An extension has host permissions; a client that leans on CORS must fail here.
function dropCorsHeaders(ctx: Context): void {
  for (const name of Object.keys(ctx.response.headers)) {
    if (name.startsWith('access-control-')) ctx.remove(name);
  }
}

// RFC 9207 is not announced in the discovery document, so the parameter must not be there.
function dropIssuerParameter(ctx: Context, issuer: string): void {
  const location = ctx.response.get('location');
  if (!URL.canParse(location)) return;
  const target = new URL(location);
  if (target.origin === issuer || !target.searchParams.has('iss')) return;
  target.searchParams.delete('iss');
  ctx.set('location', target.href);
}

function lowerTokenType(ctx: Context): void {
  const body: unknown = ctx.body;
  if (ctx.path !== '/oauth/token' || typeof body !== 'object' || body === null) return;
  if ('token_type' in body) ctx.body = { ...body, token_type: 'bearer' };
}

function formText(form: object): string {
  return new URLSearchParams(
    Object.entries(form).map(([name, value]) => [name, String(value)]),
  ).toString();
}
