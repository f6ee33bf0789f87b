// @vitest-environment node
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  checkEndpointKey,
  readEndpointKey,
  writeEndpointKey,
} from '@/utils/endpoints/endpoint-key';
import { readRefreshToken, writeRefreshToken } from '@/utils/session/refresh-token';

const LOCAL = 'http://127.0.0.1:8080';
const HUB = 'https://x.endpoints.huggingface.cloud';

beforeEach(() => {
  fakeBrowser.reset();
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('checkEndpointKey', () => {
  it.each([
    ['sk-1', 'sk-1'],
    [' sk-1\n', 'sk-1'],
    ['Bearer sk-1', 'sk-1'],
  ])('takes %j as %j', (entered, key) => {
    expect(checkEndpointKey(entered, LOCAL)).toBe(key);
  });

  it.each(['two words', 'schlüssel', 'a\u0000b', 'x'.repeat(1_001)])('refuses %j', (entered) => {
    expect(() => checkEndpointKey(entered, LOCAL)).toThrow('endpoint-key');
  });

  it('[TK-05] refuses a token of Hugging Face but for its own hosts', () => {
    for (const token of ['hf_abc', 'hf_oauth_abc', 'Bearer hf_abc', 'api_org_abc']) {
      expect(() => checkEndpointKey(token, LOCAL)).toThrow('endpoint-key');
      expect(checkEndpointKey(token, HUB)).toMatch(/^(hf|api_org)_/);
    }
  });
});

describe('the key of an endpoint', () => {
  it('[TK-04] is in the database, beside the refresh tokens and not among them', async () => {
    const token = { value: 'refresh', clientId: 'c', issuer: 'https://huggingface.co' };
    await writeRefreshToken('1', token);
    await writeEndpointKey('1', 'sk-1');
    expect(await readEndpointKey('1')).toBe('sk-1');
    expect(await readRefreshToken('1')).toEqual(token);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    await writeEndpointKey('1', undefined);
    expect(await readEndpointKey('1')).toBeUndefined();
    expect(await readRefreshToken('1')).toEqual(token);
  });

  it('[TK-04] is in the session alone where the browser has no database', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw Object.assign(new Error('no database'), { name: 'InvalidStateError' });
    });
    await writeEndpointKey('1', 'sk-1');
    expect(await readEndpointKey('1')).toBe('sk-1');
    expect(await fakeBrowser.storage.session.get(null)).toEqual({ 'endpointKey.1': 'sk-1' });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    await writeEndpointKey('1', undefined);
    expect(await readEndpointKey('1')).toBeUndefined();
  });
});
