import type { Result } from '@/utils/result';

/**
 * Checks a pasted OAuth client id: the UUID that Hugging Face shows, or the https URL of a client id
 * metadata document. A token or secret pasted by mistake is refused before it is stored anywhere.
 */
export function parseClientId(pasted: string): Result<string> {
  const clientId = pasted.trim();
  if (clientId === '') return refused('empty');
  const isUrl = URL.canParse(clientId) && new URL(clientId).protocol === 'https:';
  if (!isUrl && /^hf_|secret/i.test(clientId)) return refused('token');
  const isPlainId = /^[\w.~-]{8,128}$/.test(clientId);
  return isUrl || isPlainId ? { ok: true, value: clientId } : refused('format');
}

function refused(reason: 'empty' | 'token' | 'format'): Result<string> {
  return { ok: false, error: { kind: 'client-id-invalid', reason } };
}
