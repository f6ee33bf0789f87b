// @vitest-environment node
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  CHROMIUM_ID,
  CHROMIUM_KEY,
  CHROMIUM_REDIRECT_URI,
  FIREFOX_REDIRECT_URI,
  GECKO_ID,
} from '@/utils/config/extension-ids';

describe('extension ids', () => {
  it('[AU-11] the Chromium id is the hash of the key, written in the letters a to p', () => {
    const digest = createHash('sha256').update(Buffer.from(CHROMIUM_KEY, 'base64')).digest('hex');
    const id = digest
      .slice(0, 32)
      .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
    expect(CHROMIUM_ID).toBe(id);
  });

  it('the key is a whole RSA public key', () => {
    const bytes = Buffer.from(CHROMIUM_KEY, 'base64');
    expect(bytes.toString('base64')).toBe(CHROMIUM_KEY);
    expect(bytes).toHaveLength(294);
  });

  it('[AU-11] the Firefox redirect host is the SHA-1 of the add-on id', () => {
    const digest = createHash('sha1').update(GECKO_ID).digest('hex');
    expect(FIREFOX_REDIRECT_URI).toBe(`https://${digest}.extensions.allizom.org/oauth2`);
  });

  it('[AU-11] the Chromium redirect URI is the one that is registered', () => {
    expect(CHROMIUM_REDIRECT_URI).toBe(
      'https://gdhjemobjogbadjlmokhifdpochogkno.chromiumapp.org/oauth2',
    );
  });
});
