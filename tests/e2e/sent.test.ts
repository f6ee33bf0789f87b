import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

/* What a real browser adds to a request: the sentence around a word, and the language of a text. */

let stage: Stage;

beforeAll(async () => {
  stage = await openStage('sent');
  await stage.signIn();
});
afterAll(() => stage.close());

const messages = () =>
  (stage.hub.chats.at(-1)?.messages ?? []).map(({ content }) => String(content));

async function waitForChats(count: number): Promise<void> {
  const { hub, article } = stage;
  const isDone = () => hub.chats.length >= count && hub.chats.at(-1)?.state === 'finished';
  await article.waitUntil(`${count} chats`, async () => isDone());
}

it('a word of the page is explained with its sentence, and the popup shows all that was sent', async () => {
  const { browser, article } = stage;
  await article.evaluate(
    `(() => { const node = document.querySelector('#p2').firstChild; const at = node.data.indexOf('salt'); getSelection().setBaseAndExtent(node, at, node, at + 4); })()`,
  );
  const popup = await browser.openPopup();
  await popup.waitUntil(
    'the selection',
    async () => (await popup.value('textbox', 'Text')) === 'salt',
  );
  await popup.click('button', 'Explain');
  await waitForChats(1);
  expect(messages()[1]).toMatch(
    /<<<SENTENCE (\S+)\nA polished metal bowl .* itself\.\nSENTENCE \1>>>/,
  );
  expect(messages()[1]).toContain('How a lighthouse lens works');
  await popup.waitUntil('the end', async () => popup.has('button', 'Try again'));
  await popup.evaluate(`document.querySelector('details.sent summary').click()`);
  await popup.waitFor('textbox', 'The text, to be edited');
  const shown = await popup.evaluate<string[]>(
    `[...document.querySelectorAll('details.sent pre')].map(({ textContent }) => textContent)`,
  );
  expect(shown).toEqual(messages());
  await popup.fill('textbox', 'The text, to be edited', 'silver');
  await popup.click('button', 'Send this text');
  await waitForChats(2);
  expect(messages()[1]).toContain('\nsilver\n');
  await browser.closePopup();
});

it('the language of a text is known: it stays to be corrected, and a translation leaves it and says where to', async () => {
  const { browser, article } = stage;
  await browser.select(article, '#p1');
  const popup = await browser.openPopup();
  await popup.waitUntil('the selection', async () =>
    (await popup.value('textbox', 'Text')).startsWith('A lighthouse lens'),
  );
  await popup.click('button', 'Fix grammar');
  await waitForChats(3);
  expect(messages()[0]).toContain('in the language it is written in, which is English');
  await popup.fill(
    'textbox',
    'Text',
    'Der Leuchtturm steht auf einem Felsen, und niemand wohnt dort.',
  );
  await popup.click('button', 'Translate');
  await waitForChats(4);
  expect(messages()[0]).toContain('Translate the text into American English.');
  await popup.waitFor('heading', /into American English/);
});
