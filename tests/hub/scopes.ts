/** The scopes Hugging Face documents, each with the words the consent page uses for it. */
export const SCOPES: Readonly<Record<string, string>> = {
  openid: 'Know who you are',
  profile: 'Read your profile: name, user name and picture',
  email: 'Read your email address',
  'read-billing': 'Know whether a payment method is set up',
  'read-memberships': 'Read your organizations and your role in each',
  'read-repos': 'Read your repositories',
  'gated-repos': 'Read public gated repositories you have access to',
  'contribute-repos': 'Create repositories, and read those it creates',
  'write-repos': 'Read and write your repositories',
  'manage-repos': 'Full access to your repositories, including deleting them',
  'read-collections': 'Read your collections',
  'write-collections': 'Read and write your collections',
  'inference-api': 'Make inference requests to Inference Providers on your behalf',
  'read-endpoints': 'View your Inference Endpoints and make inference requests to them',
  'write-endpoints': 'Manage your Inference Endpoints',
  jobs: 'Run jobs on your behalf',
  webhooks: 'Manage your webhooks',
  'write-discussions': 'Open discussions and pull requests on your behalf',
};

/** The first requested scope that does not exist. */
export function unknownScope(scope: string): string | undefined {
  return scope.split(' ').find((name) => name !== '' && !Object.hasOwn(SCOPES, name));
}
