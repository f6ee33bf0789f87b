/** Pages of the Hub that the views link to. @param origin of the Hub that is in force */
export function hubLinks(origin: string) {
  return {
    newOAuthApp: `${origin}/settings/applications/new`,
    billing: `${origin}/settings/inference-providers/overview`,
    connectedApps: `${origin}/settings/connected-applications`,
    profile: (username: string) => `${origin}/${encodeURIComponent(username)}`,
  };
}
