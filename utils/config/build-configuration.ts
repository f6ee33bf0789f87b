/** What a build fixes for good: origins are part of the static CSP and host permissions. */
export interface BuildConfiguration {
  /** OAuth client id, when the build brings one (RFC 6749 §2.2). */
  clientId: string | undefined;
  /** Space-separated scopes (RFC 6749 §3.3). */
  scopes: string;
  /** Issuer and Hub, as an origin without a trailing slash. */
  providerOrigin: string;
  /** Inference Providers router, as an origin without a trailing slash. */
  routerOrigin: string;
  /** More origins the background may talk to. */
  extraOrigins: readonly string[];
}

/** Put in place by wxt.config.ts from the environment of the build. */
declare const __BUILD_CONFIGURATION__: BuildConfiguration;

export const buildConfiguration: BuildConfiguration = __BUILD_CONFIGURATION__;
