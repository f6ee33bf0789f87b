import { buildConfiguration } from './build-configuration';

/** Pages of the Hub that the views link to. */
export const hubLinks = {
  newOAuthApp: page('/settings/applications/new'),
  billing: page('/settings/inference-providers/overview'),
  connectedApps: page('/settings/connected-applications'),
  profile: (username: string) => page(`/${encodeURIComponent(username)}`),
};

function page(path: string): string {
  return `${buildConfiguration.providerOrigin}${path}`;
}
