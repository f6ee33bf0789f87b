/** The error bodies of the router; it gives some as a text and some as an object. */
export const ROUTER_ERRORS = {
  invalidCredentials: { error: 'Invalid credentials in Authorization header' },
  revoked: (app: string) => ({ error: `OAuth authorization for app ${app} revoked` }),
  noPermission: (whom: string) => ({
    error: `This authentication method does not have sufficient permissions to call Inference Providers on behalf of ${whom}`,
  }),
  invalidBody: {
    error: {
      message: 'The request body is not a valid chat completion.',
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_body',
    },
  },
  modelNotSupported: (model: string) => ({
    error: {
      message: `The requested model '${model}' is not supported by any provider you have enabled.`,
      type: 'invalid_request_error',
      param: 'model',
      code: 'model_not_supported',
    },
  }),
  modelNotFound: (model: string) => ({
    error: {
      message: `The requested model '${model}' does not exist`,
      type: 'invalid_request_error',
      param: 'model',
      code: 'model_not_found',
    },
  }),
} as const;
