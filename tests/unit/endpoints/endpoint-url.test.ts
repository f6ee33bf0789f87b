// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  connectSources,
  isHubEndpointOrigin,
  isOwnEndpointOrigin,
  optionalHostPermissions,
  patternsToAllow,
} from '@/utils/config/origins';
import { normalizeEndpointUrl } from '@/utils/endpoints/endpoint-url';
import { PLAIN_BUILD } from '../support/builds';

const HUB = 'https://x1y2.us-east-1.aws.endpoints.huggingface.cloud';

describe('normalizeEndpointUrl', () => {
  it.each([
    ['http://127.0.0.1:11434', 'http://127.0.0.1:11434/v1'],
    ['http://127.0.0.1:11434/', 'http://127.0.0.1:11434/v1'],
    [' localhost:8080 ', 'http://localhost:8080/v1'],
    ['127.0.0.1:8000/v1/', 'http://127.0.0.1:8000/v1'],
    ['http://localhost:3000/v1/chat/completions', 'http://localhost:3000/v1'],
    ['http://localhost:3000/v1/models?x=1#y', 'http://localhost:3000/v1'],
    ['http://localhost/llama/v1', 'http://localhost/llama/v1'],
    ['http://localhost/llama', 'http://localhost/llama/v1'],
    [HUB, `${HUB}/v1`],
    [HUB.replace('https://', ''), `${HUB}/v1`],
    ['HTTP://LOCALHOST:80/', 'http://localhost/v1'],
  ])('makes of %s %s', (entered, url) => {
    expect(normalizeEndpointUrl(entered)).toEqual({ ok: true, value: url });
  });

  it.each([
    ['nothing', '   ', 'format'],
    ['no address', 'http://', 'format'],
    ['a name and password', 'http://me:secret@localhost:8080', 'credentials'],
    ['a name alone', `https://me@${HUB.slice(8)}`, 'credentials'],
    ['another host', 'https://example.org', 'host'],
    ['a computer of the local network', 'http://192.168.1.7:11434', 'host'],
    ['loopback by another name', 'http://[::1]:8080', 'host'],
    ['another address of loopback', 'http://127.0.0.2:8080', 'host'],
    ['a host that begins like ours', 'http://127.0.0.1.evil.example', 'host'],
    ['a host that begins like localhost', 'http://localhost.evil.example', 'host'],
    ['loopback with encryption', 'https://localhost:8080', 'host'],
    ['an endpoint without', HUB.replace('https', 'http'), 'host'],
    ['an endpoint at a port', `${HUB}:8443`, 'host'],
    ['a host that ends like an endpoint', 'https://evil-endpoints.huggingface.cloud', 'host'],
    ['the domain of all endpoints', 'https://endpoints.huggingface.cloud', 'host'],
    ['another scheme', 'ftp://localhost', 'host'],
    ['a script', 'javascript://localhost/%0aalert(1)', 'host'],
  ])('[TK-05] refuses %s', (_title, entered, reason) => {
    expect(normalizeEndpointUrl(entered)).toEqual({
      ok: false,
      error: { kind: 'endpoint-url', reason },
    });
  });
});

describe('isOwnEndpointOrigin', () => {
  it('[IS-01] takes what CSP and manifest have for own endpoints, and they have nothing else', () => {
    const fits = [
      'https://a.endpoints.huggingface.cloud',
      'http://127.0.0.1:1',
      'http://localhost:1',
    ];
    expect(fits.every(isOwnEndpointOrigin)).toBe(true);
    expect(optionalHostPermissions()).toEqual([
      'https://*.endpoints.huggingface.cloud/*',
      'http://127.0.0.1/*',
      'http://localhost/*',
    ]);
    expect(connectSources(PLAIN_BUILD).slice(-3)).toEqual([
      'https://*.endpoints.huggingface.cloud',
      'http://127.0.0.1:*',
      'http://localhost:*',
    ]);
  });

  it('[TK-05] knows a host of Hugging Face, which alone may get its token', () => {
    expect(isHubEndpointOrigin(HUB)).toBe(true);
    for (const origin of [`${HUB}.evil.example`, 'http://localhost:1', 'https://huggingface.co']) {
      expect(isHubEndpointOrigin(origin)).toBe(false);
    }
  });
});

describe('patternsToAllow', () => {
  it.each([
    ['localhost:8080', ['http://localhost/*']],
    ['a.endpoints.huggingface.cloud', ['https://a.endpoints.huggingface.cloud/*']],
    ['huggingface.co', []],
  ])('asks for all of the installation, and for the own endpoint %s', (host, more) => {
    expect(patternsToAllow(host, PLAIN_BUILD)).toEqual([
      ...patternsToAllow('', PLAIN_BUILD),
      ...more,
    ]);
  });
});
