import { fetchPicture } from '@/utils/network/install-guarded-fetch';

const MAXIMUM_BYTES = 256 * 1024;
const TIMEOUT_MS = 5_000;
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml'];

/**
 * Fetches a profile picture as a `data:` URL, for pages whose CSP loads nothing remote. A picture is
 * never worth an error: `undefined` when it is missing, slow, too large or something else.
 */
export async function readPicture(url: string): Promise<string | undefined> {
  try {
    const response = await fetchPicture(url, AbortSignal.timeout(TIMEOUT_MS));
    const type = response.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
    if (!response.ok || !TYPES.includes(type)) return undefined;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length === 0 || bytes.length > MAXIMUM_BYTES) return undefined;
    const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return `data:${type};base64,${btoa(binary)}`;
  } catch {
    // Initials stand in for it.
    return undefined;
  }
}
