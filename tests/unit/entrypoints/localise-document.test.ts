import { globSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { localiseDocument } from '@/utils/surfaces/localise-document';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('localiseDocument', () => {
  it('follows the words, whatever the language of the browser', () => {
    vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('ar');
    localiseDocument(document);
    expect(document.documentElement.lang).toBe('en');
    expect(document.documentElement.dir).toBe('ltr');
    expect(document.title).toBe('Companion for Hugging Face');
  });

  it('puts the title of a page after the name', () => {
    localiseDocument(document, 'Options');
    expect(document.title).toBe('Companion for Hugging Face: Options');
  });
});

describe('the pages', () => {
  const pages = globSync('entrypoints/*/index.html');

  it.each(pages)('%s leaves its title to the locale', (page) => {
    // WXT makes the title of the toolbar button from it, where the browser fills it in.
    expect(readFileSync(page, 'utf8')).toContain('<title>__MSG_extension_name__</title>');
  });

  it('are found', () => {
    expect(pages).toContain('entrypoints/popup/index.html');
  });
});
