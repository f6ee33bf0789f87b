// @vitest-environment node
import { expect, it } from 'vitest';
import { hubLinks } from '@/utils/config/hub-links';

it('links to pages of the Hub that is in force, and to no other', () => {
  const { profile, ...pages } = hubLinks('https://hub.example');
  const addresses = [...Object.values(pages), profile('ada')].map((page) => new URL(page));
  expect(addresses.map(({ origin }) => origin)).toEqual(addresses.map(() => 'https://hub.example'));
  expect(profile('ada')).toBe('https://hub.example/ada');
  expect(profile('../a b')).toBe('https://hub.example/..%2Fa%20b');
});
