/** Both addresses answer with the same document (OpenID Connect Discovery 4, RFC 8414 section 3). */
export const DISCOVERY_PATHS: readonly string[] = [
  '/.well-known/openid-configuration',
  '/.well-known/oauth-authorization-server',
];

/**
 * The document Hugging Face publishes, key for key, for another origin.
 * It names neither `none` as an authentication method nor an `iss` response parameter: clients
 * have to cope with that, so the document must not be tidied up.
 */
export function discoveryDocument(origin: string): Readonly<Record<string, unknown>> {
  return {
    issuer: origin,
    registration_endpoint: `${origin}/oauth/register`,
    token_endpoint: `${origin}/oauth/token`,
    authorization_endpoint: `${origin}/oauth/authorize`,
    userinfo_endpoint: `${origin}/oauth/userinfo`,
    device_authorization_endpoint: `${origin}/oauth/device`,
    jwks_uri: `${origin}/oauth/jwks`,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    id_token_signing_alg_values_supported: ['RS256'],
    subject_types_supported: ['public'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    client_id_metadata_document_supported: true,
    grant_types_supported: [
      'urn:ietf:params:oauth:grant-type:token-exchange',
      'urn:ietf:params:oauth:grant-type:device_code',
      'authorization_code',
      'refresh_token',
    ],
  };
}
