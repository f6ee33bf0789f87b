import type { Result } from '@/utils/result';

/** The hosts of redirect URIs of extensions, which stand beside the client id in what people copy. */
const REDIRECT_HOST = /\.(chromiumapp\.org|extensions\.allizom\.org)$/i;

/**
 * Checks a pasted OAuth client id: the UUID that Hugging Face shows, or the https URL of a client id
 * metadata document. A token or secret pasted by mistake is refused before it is stored anywhere.
 */
export function parseClientId(pasted: string): Result<string> {
  const clientId = pasted.trim();
  if (clientId === '') return refused('empty');
  const url = URL.canParse(clientId) ? new URL(clientId) : undefined;
  const isUrl = url?.protocol === 'https:';
  if (!isUrl && /^hf_|secret/i.test(clientId)) return refused('token');
  const isPlainId = /^[\w.~-]{8,128}$/.test(clientId);
  const isId = isUrl ? isMetadataAddress(url) : isPlainId && !REDIRECT_HOST.test(clientId);
  return isId ? { ok: true, value: clientId } : refused('format');
}

/**
 * Whether an https URL may be a client id: it names a document, and nothing besides.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/ §3
 */
function isMetadataAddress({ hostname, pathname, hash, username, password }: URL): boolean {
  const isPlain = hash === '' && username === '' && password === '';
  return pathname !== '/' && isPlain && !REDIRECT_HOST.test(hostname);
}

function refused(reason: 'empty' | 'token' | 'format'): Result<string> {
  return { ok: false, error: { kind: 'client-id-invalid', reason } };
}
