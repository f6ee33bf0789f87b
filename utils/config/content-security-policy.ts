import type { BuildConfiguration } from './build-configuration.ts';
import { connectSources } from './origins.ts';

/**
 * CSP of every extension page and of the background: no remote code, no remote picture, no frame, no
 * form target, a closed list of hosts, and Trusted Types without any policy, so that no string can
 * ever become markup (https://w3c.github.io/trusted-types/dist/spec/).
 */
export function contentSecurityPolicy(build: BuildConfiguration): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    `connect-src ${connectSources(build).join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}
