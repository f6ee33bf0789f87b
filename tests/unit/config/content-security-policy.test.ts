// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { BuildConfiguration } from '@/utils/config/build-configuration';
import { contentSecurityPolicy } from '@/utils/config/content-security-policy';
import { fetchOrigins } from '@/utils/config/origins';
import { PLAIN_BUILD } from '../support/builds';

function directives(build: BuildConfiguration): Map<string, string[]> {
  return new Map(
    contentSecurityPolicy(build)
      .split(';')
      .map((directive): [string, string[]] => {
        const [name = '', ...values] = directive.trim().split(' ');
        return [name, values];
      }),
  );
}

describe('contentSecurityPolicy', () => {
  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['font-src', "'self'"],
    ['img-src', "'self' data:"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-src', "'none'"],
    ['frame-ancestors', "'none'"],
  ])('[IS-05] %s is %s', (name, values) => {
    expect(directives(PLAIN_BUILD).get(name)?.join(' ')).toBe(values);
  });

  it('[IS-05] lets pages and background connect to a closed list', () => {
    expect(directives(PLAIN_BUILD).get('connect-src')).toEqual([
      'https://huggingface.co',
      'https://router.huggingface.co',
      'https://cdn-avatars.huggingface.co',
      'https://*.endpoints.huggingface.cloud',
      'http://127.0.0.1:*',
      'http://localhost:*',
    ]);
  });

  it('[IS-05] has nothing unsafe in it and no wildcard host', () => {
    expect(contentSecurityPolicy(PLAIN_BUILD)).not.toMatch(/unsafe|https?:(?!\/)| \*(?: |;|$)/);
  });

  it('[IS-06] enforces Trusted Types and allows no policy', () => {
    expect(directives(PLAIN_BUILD).get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(directives(PLAIN_BUILD).get('trusted-types')).toEqual(["'none'"]);
  });

  it('lists an extra origin once', () => {
    const build = {
      ...PLAIN_BUILD,
      extraOrigins: ['https://models.example', 'https://huggingface.co', 'https://models.example'],
    };
    const sources = directives(build).get('connect-src') ?? [];
    expect(sources.filter((source) => source === 'https://models.example')).toHaveLength(1);
    expect(sources.filter((source) => source === 'https://huggingface.co')).toHaveLength(1);
  });
});

describe('fetchOrigins', () => {
  it('holds the provider, the router, the pictures and the extra origins of a build', () => {
    const build = {
      ...PLAIN_BUILD,
      providerOrigin: 'http://127.0.0.1:1',
      routerOrigin: 'http://127.0.0.1:2',
      extraOrigins: ['http://127.0.0.1:3'],
    };
    expect(fetchOrigins(build)).toEqual([
      'http://127.0.0.1:1',
      'http://127.0.0.1:2',
      'https://cdn-avatars.huggingface.co',
      'http://127.0.0.1:3',
    ]);
  });
});
