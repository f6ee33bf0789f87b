import type { AuthorizationServer } from '@/utils/oauth/authorization-server';

/** Hugging Face as its discovery document describes it, as far as it is used. */
export const SERVER: AuthorizationServer = {
  issuer: 'https://huggingface.co',
  authorization_endpoint: 'https://huggingface.co/oauth/authorize',
  token_endpoint: 'https://huggingface.co/oauth/token',
  userinfo_endpoint: 'https://huggingface.co/oauth/userinfo',
  jwks_uri: 'https://huggingface.co/oauth/jwks',
};
