import {
  CHROMIUM_REDIRECT_URI,
  FIREFOX_REDIRECT_URI,
  REDIRECT_PATH,
} from '../../utils/config/extension-ids.ts';

/** What a document is made of. */
export interface MetadataRequest {
  readonly url: string;
  readonly extensionIds: readonly string[];
  /** Space-separated. */
  readonly scope: string;
}

/** Servers may refuse a longer one (the draft's "Maximum Response Size"). */
const MAXIMUM_BYTES = 5 * 1024;

/**
 * The JSON of a client id metadata document: this extension as a public client, under the redirect
 * URIs of all its builds and stores.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-oauth-client-id-metadata-document/
 * @see RFC 7591 §2 for the members
 * @throws Error with one sentence when it would be longer than servers accept
 */
export function metadataDocument({ url, extensionIds, scope }: MetadataRequest): string {
  const stores = extensionIds.map((id) => `https://${id}.chromiumapp.org/${REDIRECT_PATH}`);
  const document = {
    client_id: url,
    client_name: 'Companion for Hugging Face',
    redirect_uris: [...new Set([CHROMIUM_REDIRECT_URI, FIREFOX_REDIRECT_URI, ...stores])],
    token_endpoint_auth_method: 'none',
    grant_types: [
      'authorization_code',
      'refresh_token',
      'urn:ietf:params:oauth:grant-type:device_code',
    ],
    response_types: ['code'],
    scope,
  };
  const json = `${JSON.stringify(document, null, 2)}\n`;
  if (Buffer.byteLength(json) >= MAXIMUM_BYTES) {
    throw new Error(
      `The document would have ${Buffer.byteLength(json)} bytes, but servers take less than ${MAXIMUM_BYTES}: name fewer extension ids.`,
    );
  }
  return json;
}
