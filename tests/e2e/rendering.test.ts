import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { View } from '../drivers/driver.ts';
import { openStage, type Stage } from './stage.ts';

const WIDE = `| ${Array.from({ length: 12 }, (_, index) => `Column number ${index}`).join(' | ')} |`;
const LONG_LINE = `const light = "${'lamp '.repeat(80)}";`;
const ANSWER = [
  'It costs $5 and **not** $10, since $E = mc^2$ and \\(\\frac{a}{\\sqrt{b}}\\):',
  '$$\n\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} = \\boxed{x}\n$$',
  `${WIDE}\n${'|-'.repeat(12)}|\n${'| one '.repeat(12)}|`,
  `\`\`\`js\n${LONG_LINE}\n\`\`\``,
  `An address: https://example.org/${'a'.repeat(300)} and ${'b'.repeat(300)}.`,
  'What cannot be drawn: \\(\\href{https://evil.example}{x}\\).',
].join('\n\n');

let stage: Stage;
let popup: View;

beforeAll(async () => {
  const script = () => ({ pieces: ANSWER.match(/[^]{1,9}/g) ?? [], piecesPerSecond: 500 });
  stage = await openStage('rendering', {}, { script });
  await stage.signIn();
  popup = await stage.browser.openPopup();
  await popup.fill('textbox', 'Text', 'Lamps burn oil.');
  await popup.click('button', 'Summarize');
  await popup.waitFor('button', 'Try again');
});
afterAll(() => stage.close());

/** What was copied, as a page gets it that a person pastes into. */
async function pasted(): Promise<{ html: string; text: string }> {
  const { browser, article } = stage;
  await browser.closePopup();
  await article.evaluate(`(() => {
    const field = document.body.appendChild(document.createElement('div'));
    field.contentEditable = 'true';
    window.pasted = undefined;
    field.addEventListener('paste', (event) => {
      event.preventDefault();
      const { clipboardData } = event;
      window.pasted = {
        html: clipboardData.getData('text/html'),
        text: clipboardData.getData('text/plain'),
      };
      field.remove();
    });
    field.focus();
  })()`);
  await browser.pressShortcut('ctrl+v');
  const found = await article.waitUntil('what was pasted', () =>
    article.evaluate<{ html: string; text: string } | false>('window.pasted ?? false'),
  );
  popup = await browser.openPopup();
  await popup.waitFor('button', 'Try again');
  return { ...found, text: found.text.replaceAll('\r\n', '\n') };
}

async function copied(): Promise<void> {
  await popup.waitUntil('it to be copied', async () =>
    (await popup.text('main', '')).includes('Copied'),
  );
}

const inAnswer = <T>(expression: string) =>
  popup.evaluate<T>(`(() => {
    const answer = document.querySelector('.answer');
    return ${expression};
  })()`);

describe('an answer with everything in it', () => {
  it('[RD-06] draws formulas as MathML, and leaves prices and what it refuses as text', async () => {
    await popup.waitUntil('the formulas', () =>
      inAnswer<boolean>(`answer.querySelectorAll('math').length === 3`),
    );
    const text = await popup.text('region', 'Answer');
    expect(text).toContain('It costs $5 and not $10, since');
    expect(text).toContain('\\(\\href{https://evil.example}{x}\\)');
    expect(await inAnswer(`answer.querySelector('mfrac').namespaceURI`)).toBe(
      'http://www.w3.org/1998/Math/MathML',
    );
    // A fraction is drawn one above the other.
    const [above, below] = await inAnswer<number[]>(
      `[...answer.querySelector('mfrac').children].map((part) => part.getBoundingClientRect().top)`,
    );
    expect(above).toBeLessThan(below ?? 0);
    // Some browsers have no font for the sign of a root.
    expect(
      await inAnswer(`[...answer.querySelectorAll('mfrac')].some((fraction) => {
        const root = fraction.querySelector('msqrt');
        if (!root) return fraction.textContent.includes('√');
        const inside = root.firstElementChild.getBoundingClientRect();
        return root.getBoundingClientRect().width > inside.width + 1;
      })`),
    ).toBe(true);
    expect(await popup.has('group', 'Formula')).toBe(true);
    expect(await inAnswer(`answer.querySelectorAll('[style], [href*="evil"]').length`)).toBe(0);
  });

  it('scrolls tables and long lines of code in themselves, and wraps long words', async () => {
    const isWithin = (selector: string) =>
      inAnswer<boolean[]>(`[...answer.querySelectorAll('${selector}')].map((part) =>
        part.scrollWidth > part.clientWidth && part.tabIndex === 0 &&
        part.getBoundingClientRect().right <= innerWidth)`);
    expect(await isWithin('.md-table')).toEqual([true]);
    expect(await isWithin('pre')).toEqual([true]);
    expect(await popup.has('region', 'Table')).toBe(true);
    expect(
      await popup.evaluate(
        'document.documentElement.scrollWidth <= document.documentElement.clientWidth',
      ),
    ).toBe(true);
    expect(await inAnswer('answer.scrollWidth <= answer.clientWidth')).toBe(true);
  });

  it('shows the language of code, and keeps it and the button out of a selection', async () => {
    expect(await popup.text('region', 'Answer')).toContain('js');
    const selected = await inAnswer<string>(
      `(getSelection().selectAllChildren(answer), getSelection().toString())`,
    );
    expect(selected).toContain('const light');
    expect(selected).not.toContain('Copy');
    await popup.evaluate('getSelection().removeAllRanges()');
  });

  it('copies a block of code as it is', async () => {
    await popup.click('button', 'Copy code');
    await copied();
    expect((await pasted()).text).toBe(LONG_LINE);
  });

  it('copies the answer formatted, with plain text beside it', async () => {
    await popup.click('button', 'Copy');
    await copied();
    const { html, text } = await pasted();
    expect(html).toMatch(/<strong[^>]*>not<\/strong>/);
    expect(html).toContain('<mfrac');
    expect(html).toContain('<table');
    expect(html).not.toContain('evil.example"');
    expect(text).toContain('It costs $5 and not $10, since E = mc^2');
    expect(text).toContain('Column number 0\tColumn number 1');
  });

  it('copies the answer as Markdown, as it came', async () => {
    await popup.click('button', 'Copy as…');
    await popup.click('menuitem', 'Copy as Markdown');
    await copied();
    expect(await pasted()).toEqual({ html: '', text: ANSWER });
  });

  it('copies the answer as plain text', async () => {
    await popup.click('button', 'Copy as…');
    await popup.click('menuitem', 'Copy as plain text');
    await copied();
    const { html, text } = await pasted();
    expect(html).toBe('');
    expect(text).not.toContain('**');
    expect(text).toContain(LONG_LINE);
  });
});
