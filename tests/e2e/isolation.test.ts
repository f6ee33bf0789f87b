import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { hostileHtml, hostileMarkdown, imageSyntaxes } from '../fixtures/markdown/hostile.ts';
import { readBuiltFiles } from './built-files.ts';
import { startOutsideServer, type OutsideServer } from './outside-server.ts';
import { openStage, type Stage } from './stage.ts';
import { WORDS } from './words.ts';

const COOKIE = 'spy=planted';

/** What the background asks; the rest is the person's own browser. */
const OURS = /^\/(\.well-known|oauth\/(token|jwks|userinfo)|avatars|v1)/;

let stage: Stage;
let outside: OutsideServer;

beforeAll(async () => {
  stage = await openStage('isolation');
  outside = await startOutsideServer();
});
afterAll(async () => {
  await stage.close();
  await outside.close();
});

describe('cookies of the Hub', () => {
  it('[TK-05] go along with a page of the Hub, but with no request of the background', async () => {
    const { browser, hub, article } = stage;
    const page = await browser.openTab(`${hub.origin}/`);
    await page.evaluate(`document.cookie = '${COOKIE}; path=/'`);
    // All hosts of the local Hub are one for cookies, which know no ports.
    for (const origin of [hub.origin, hub.routerOrigin, hub.picturesOrigin]) {
      await page.evaluate(
        `fetch('${origin}/from-the-page', { mode: 'no-cors', credentials: 'include' })`,
      );
      const { headers } = hub.requests.findLast(({ path }) => path === '/from-the-page') ?? {};
      expect(headers?.cookie).toContain(COOKIE);
    }
    await page.close();

    await stage.signIn();
    await stage.choose(article, '#p1', 'summarize');
    await (await browser.panel()).waitFor('button', 'Try again');

    const ours = hub.requests.filter(({ path }) => OURS.test(path));
    for (const path of ['/oauth/token', '/oauth/userinfo', '/avatars/', '/v1/models', '/v1/chat']) {
      expect(ours.filter((request) => request.path.startsWith(path))).not.toEqual([]);
    }
    expect(ours.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
    // The cookie was there all the time: the sign-in window had it.
    const window = hub.requests.find(({ path }) => path.startsWith('/oauth/authorize'));
    expect(window?.headers.cookie).toContain(COOKIE);
  });
});

describe('a web page', () => {
  it('[IS-07] can fetch no file of the extension', async () => {
    const { browser, article, extensionDir } = stage;
    const names = [...(await readBuiltFiles(extensionDir)).keys()];
    expect(names).toEqual(expect.arrayContaining(['manifest.json', 'background.js', 'popup.html']));
    const urls = names.map((name) => browser.extensionUrl(name));
    const fetched = await article.evaluate<string[]>(`(async () => {
      const isFetched = (url) => fetch(url, { mode: 'no-cors' }).then(() => true, () => false);
      const urls = ${JSON.stringify(urls)};
      const answers = await Promise.all(urls.map(isFetched));
      return urls.filter((_url, index) => answers[index]);
    })()`);
    expect(fetched).toEqual([]);
  });
});

/** What came of a request to the server outside, by name. */
const probeNetwork = (origin: string, from: string) => `(async () => {
  const words = ${WORDS};
  const violated = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violated.push(effectiveDirective + ' ' + blockedURI);
  });
  const socket = () => new Promise((resolve, reject) => {
    const opening = new WebSocket('${origin.replace('http', 'ws')}/${from}-socket');
    opening.onopen = () => resolve('open');
    opening.onerror = () => reject(new Error('closed'));
  });
  return {
    fetch: await words(() => fetch('${origin}/${from}').then((response) => response.text())),
    socket: await words(socket),
    violated,
  };
})()`;

interface NetworkProbe {
  fetch: string;
  socket: string;
  violated: string[];
}

describe('the network', () => {
  /** What reached the server outside from the article, which may ask it. */
  const CONTROL = ['GET /page', 'upgrade /page-socket'];
  const probe = (view: View, from: string) =>
    view.evaluate<NetworkProbe>(probeNetwork(outside.origin, from));

  it('is open to a page, so that only a refusal of ours can keep it shut', async () => {
    expect((await probe(stage.article, 'page')).fetch).toBe('got "outside"');
    expect(outside.requests).toEqual(CONTROL);
  });

  it('[IS-05] is closed to the background by its guard', async () => {
    const { browser, hub } = stage;
    const before = hub.requests.length;
    // The policy lets it through: loopback is there for endpoints of one's own.
    const words = await browser.evaluateInBackground<string>(
      `(${WORDS})(() => fetch('${hub.articleUrl}?background'))`,
    );
    expect(words).not.toContain('got');
    expect(hub.requests.slice(before)).toEqual([]);
  });

  it('[IS-05] is closed to the background by the policy, where no guard is', async () => {
    const expression = probeNetwork(outside.origin, 'background');
    const background = await stage.browser.evaluateInBackground<NetworkProbe>(expression);
    expect(background.fetch).not.toContain('got');
    expect(background.socket).not.toContain('got');
    expect(outside.requests).toEqual(CONTROL);
  });

  it('[IS-05] is closed to the popup by the policy', async () => {
    const popup = await probe(await stage.browser.openPopup(), 'popup');
    expect(popup.fetch).toMatch(/^TypeError: /);
    expect(popup.violated).toContain(`connect-src ${outside.origin}/popup`);
    expect(outside.requests).toEqual(CONTROL);
  });
});

describe('the popup', () => {
  it('[IS-06] takes no string as markup, and no policy that would make it one', async () => {
    const popup = await stage.browser.openPopup();
    const attempts = await popup.evaluate<string[]>(`(async () => {
      const words = ${WORDS};
      return [
        await words(() => { document.createElement('div').innerHTML = '<b>x</b>'; }),
        await words(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
        await words(() => { document.createElement('iframe').srcdoc = '<b>x</b>'; }),
        await words(() => { document.createElement('script').text = 'x'; }),
        await words(() => trustedTypes.createPolicy('x', { createHTML: (text) => text })),
      ];
    })()`);
    for (const attempt of attempts) expect(attempt).toMatch(/^TypeError: .*(Trusted|Policy|CSP)/);
    await stage.browser.closePopup();
  });
});

/** An answer of the router that streams this text, a paragraph at a time. */
function streamOf(paragraphs: readonly string[]): string {
  const chunks = paragraphs.map((text) => ({
    choices: [{ index: 0, delta: { content: `${text}\n\n` }, finish_reason: null }],
  }));
  const end = { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] };
  const events = [...chunks, end].map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`);
  return `${events.join('')}data: [DONE]\n\n`;
}

/** The names of what is loaded or drawn in the panel's answer and can do more than be read. */
function lookAtAnswer(panel: View): Promise<{ elements: string[]; loaded: string[] }> {
  return panel.evaluate(`(() => {
    const answer = document.querySelector('section[aria-label="Answer"]');
    const names = [...answer.querySelectorAll('*')].map(({ localName }) => localName);
    return {
      elements: [...new Set(names)].sort(),
      loaded: performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => !name.startsWith(location.origin) && !name.startsWith('data:')),
    };
  })()`);
}

describe('a hostile answer', () => {
  it('[RD-03] makes the panel load nothing and draws no picture', async () => {
    const { browser, article, hub } = stage;
    const hostile = [...imageSyntaxes, ...hostileHtml, ...hostileMarkdown].map((text) =>
      text.replaceAll(/https:\/\/[\w.]*evil\.example/g, outside.origin),
    );
    const body = streamOf([...hostile, '**The end**']);
    hub.fault({ kind: 'raw', contentType: 'text/event-stream', body, path: '/v1/chat' });
    const asked = outside.requests.length;
    const before = hub.requests.length;
    await stage.choose(article, '#p2', 'rewrite');
    const panel = await browser.panel();
    await panel.waitFor('button', 'Try again');
    await panel.waitUntil('the whole answer', async () =>
      (await panel.text('region', 'Answer')).includes('The end'),
    );

    const { elements, loaded } = await lookAtAnswer(panel);
    expect(elements).toEqual(expect.arrayContaining(['p', 'strong', 'table']));
    const drawn = ['img', 'picture', 'svg', 'iframe', 'script', 'style', 'form', 'input', 'video'];
    expect(elements.filter((name) => drawn.includes(name))).toEqual([]);
    expect(loaded).toEqual([]);
    expect(outside.requests).toHaveLength(asked);
    expect(hub.requests.slice(before).map(({ path }) => path)).toEqual(['/v1/chat/completions']);
  });
});
