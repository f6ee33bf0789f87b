import type { BuildConfiguration } from './build-configuration.ts';

/** Where the Hub keeps uploaded profile pictures. */
const PICTURES_ORIGIN = 'https://cdn-avatars.huggingface.co';

/** Inference Endpoints, and servers on this computer: permission is asked for when one is added. */
const OWN_ENDPOINTS = [
  'https://*.endpoints.huggingface.cloud',
  'http://127.0.0.1:*',
  'http://localhost:*',
];

/** The origins that the background may fetch from in this build. The guarded fetch refuses all others. */
export function fetchOrigins(build: BuildConfiguration): string[] {
  const { providerOrigin, routerOrigin, extraOrigins } = build;
  return [...new Set([providerOrigin, routerOrigin, PICTURES_ORIGIN, ...extraOrigins])];
}

/** The `connect-src` list of the CSP. It binds the background's fetch too. */
export function connectSources(build: BuildConfiguration): string[] {
  return [...new Set([...fetchOrigins(build), ...OWN_ENDPOINTS])];
}

/** Match patterns granted at install: they exempt the background from CORS and show all response headers. */
export function hostPermissions(build: BuildConfiguration): string[] {
  return [...new Set(fetchOrigins(build).map(matchPattern))];
}

/** Match patterns a person may grant later, for an endpoint of their own. */
export function optionalHostPermissions(): string[] {
  return OWN_ENDPOINTS.map(matchPattern);
}

/** Whether a person may have an endpoint of their own there. Only what CSP and manifest name can be reached. */
export function isOwnEndpointOrigin(origin: string): boolean {
  return isHubEndpointOrigin(origin) || isLoopbackEndpointOrigin(origin);
}

/** True for an Inference Endpoint, the only kind that a token of Hugging Face may go to. */
export function isHubEndpointOrigin(origin: string): boolean {
  return /^https:\/\/([a-z0-9-]+\.)+endpoints\.huggingface\.cloud$/.test(origin);
}

/** True for a server on this computer. */
export function isLoopbackEndpointOrigin(origin: string): boolean {
  return /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?$/.test(origin);
}

/** The match patterns that give back the access to a host, with or without a port, that was taken back. */
export function patternsToAllow(host: string, build: BuildConfiguration): string[] {
  const endpoint = [`https://${host}`, `http://${host}`].find(isOwnEndpointOrigin);
  return [...hostPermissions(build), ...(endpoint ? [matchPattern(endpoint)] : [])];
}

/** The match pattern of an origin's host. Without the port, for which Firefox's patterns have no place. */
export function matchPattern(origin: string): string {
  return `${origin.replace(/:[\d*]+$/, '')}/*`;
}
