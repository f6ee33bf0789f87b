import { beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_KEY, GECKO_ID } from '../../../utils/config/extension-ids.ts';
import { buildExtension } from '../../hub/build-extension.ts';
import { manifestOf, readBuiltFiles, scriptsOf, type BuiltFiles } from '../built-files.ts';

const MODE = 'e2e-bundle';

let chromium: BuiltFiles;
let firefox: BuiltFiles;

beforeAll(async () => {
  // One after the other: all builds share the generated folder .wxt.
  chromium = await readBuiltFiles(await buildExtension(MODE));
  firefox = await readBuiltFiles(await buildExtension(MODE, {}, 'firefox'));
});

const BOTH: [string, () => BuiltFiles][] = [
  ['Chromium', () => chromium],
  ['Firefox', () => firefox],
];

/** Where a pattern occurs, each with a little of what stands around it. */
function places(files: BuiltFiles, pattern: RegExp, isMeant = (_name: string) => true): string[] {
  const around = new RegExp(`.{0,40}(?:${pattern.source}).{0,40}`, 'gu');
  return [...files]
    .filter(([name]) => isMeant(name))
    .flatMap(([name, bytes]) =>
      [...bytes.toString('utf8').matchAll(around)].map(([text]) => `${name}: ${text}`),
    );
}

const PAGES = ['popup.html', 'sidepanel.html', 'options.html', 'welcome.html'];

const isScript = (name: string) => /\.[cm]?js$/.test(name);

describe.each(BOTH)('the production build for %s', (_browser, files) => {
  it('has scripts and pages to look at', () => {
    expect([...files().keys()]).toEqual(
      expect.arrayContaining(['background.js', 'manifest.json', 'popup.html', 'sidepanel.html']),
    );
    expect([...files().keys()].filter(isScript).length).toBeGreaterThan(3);
  });

  it.each([
    ['innerHTML', /innerHTML/],
    ['outerHTML', /outerHTML/],
    ['insertAdjacentHTML', /insertAdjacentHTML/],
    ['document.write', /document\s*\.\s*write/],
    ['eval', /\beval\s*\(|[(,]\s*eval\s*\)/],
    ['new Function', /\bnew\s+Function\b|\bFunction\s*\(/],
  ])('[RD-01] has no %s in any script', (_name, sink) => {
    expect(places(files(), sink, isScript)).toEqual([]);
  });

  it('[RD-01] has no script inside a page', () => {
    const isPage = (name: string) => name.endsWith('.html');
    expect(places(files(), /<script(?![^>]*\ssrc=)[^>]*>/, isPage)).toEqual([]);
    expect(places(files(), /<[^>]+\son[a-z]+=/, isPage)).toEqual([]);
  });

  it('[TK-01] has nothing of the tokens in what its pages load, or what it injects', () => {
    const loaded = PAGES.map((page) => scriptsOf(files(), page));
    for (const scripts of loaded) expect(scripts.length).toBeGreaterThan(1);
    // None was overlooked: a script is a page's, an injected one or the background.
    const ours = new Set([...loaded.flat(), 'selection-of-frame.js', 'card.js']);
    expect([...ours, 'background.js'].toSorted()).toEqual([...files().keys()].filter(isScript));

    const tokens = /companion-secrets|accessToken|oauth\/token/;
    expect(places(files(), tokens, (name) => ours.has(name))).toEqual([]);
    expect(places(files(), tokens, (name) => name === 'background.js')).not.toEqual([]);
  });

  it('[SC-09] knows nothing of the local Hub', () => {
    // The ports that servers of one's own have as they come are named in the options.
    const unknownPort = /(?:127\.0\.0\.1|localhost):(?!(?:3000|8000|8080|11434)\b)\d/;
    expect(places(files(), unknownPort)).toEqual([]);
    expect(places(files(), /demo\//)).toEqual([]);
  });

  it('[SC-09] has no source map', () => {
    expect([...files().keys()].filter((name) => name.endsWith('.map'))).toEqual([]);
    expect(places(files(), /sourceMappingURL/)).toEqual([]);
  });

  it("[IS-05] has the pages' policy, with nothing by default", () => {
    expect(manifestOf(files())['content_security_policy']).toEqual({
      extension_pages: [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        'connect-src https://huggingface.co https://router.huggingface.co https://cdn-avatars.huggingface.co https://*.endpoints.huggingface.cloud http://127.0.0.1:* http://localhost:*',
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-src 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ].join('; '),
    });
  });

  it('[IS-01] reaches into no page and shows none of its files to one', () => {
    const manifest = manifestOf(files());
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('optional_permissions');
    expect(manifest['host_permissions']).toEqual([
      'https://huggingface.co/*',
      'https://router.huggingface.co/*',
      'https://cdn-avatars.huggingface.co/*',
    ]);
  });
});

describe('the built manifest', () => {
  it('[IS-01] has six permissions in Chromium, five in Firefox', () => {
    const five = ['identity', 'storage', 'contextMenus', 'activeTab', 'scripting'];
    expect(manifestOf(chromium)['permissions']).toEqual([...five, 'sidePanel']);
    expect(manifestOf(firefox)['permissions']).toEqual(five);
  });

  it('[IS-02] lets no other extension and no web page connect', () => {
    expect(manifestOf(chromium)['externally_connectable']).toEqual({ ids: [] });
  });

  it('has what Firefox and its add-on store ask for', () => {
    const manifest = manifestOf(firefox);
    expect(manifest['browser_specific_settings']).toEqual({
      gecko: {
        id: GECKO_ID,
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['websiteContent', 'authenticationInfo'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    });
    expect(manifest['sidebar_action']).toMatchObject({
      default_panel: 'sidepanel.html',
      open_at_install: false,
    });
    expect(manifest).not.toHaveProperty('key');
  });

  it('pins the id, but not in the zip for a store', async () => {
    const store = await readBuiltFiles(await buildExtension('store'));
    const { key, ...others } = manifestOf(chromium);
    expect(key).toBe(CHROMIUM_KEY);
    expect(manifestOf(store)).toEqual(others);
  });
});

describe('[SC-03] a second build', () => {
  it.each([
    ['Chromium', 'chrome', () => chromium],
    ['Firefox', 'firefox', () => firefox],
  ] as const)('for %s has the same files with the same bytes', async (_title, browser, first) => {
    const second = await readBuiltFiles(await buildExtension(MODE, {}, browser));
    expect([...second.keys()]).toEqual([...first().keys()]);
    const isOther = ([name, bytes]: [string, Buffer]) => !first().get(name)?.equals(bytes);
    expect([...second].filter(isOther).map(([name]) => name)).toEqual([]);
  });
});
