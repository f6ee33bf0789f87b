import { describe, expect, it } from 'vitest';
import { documents } from '../../fixtures/markdown/documents';
import { hostileHtml, hostileMarkdown, imageSyntaxes } from '../../fixtures/markdown/hostile';
import { drawnTex, refusedTex } from '../../fixtures/markdown/hostile-tex';
import { renderMarkdown } from './render-markdown';
import { answerAsHtml } from '@/components/run/answer-as-html';
import { answerAsText } from '@/components/run/answer-as-text';

const ELEMENTS =
  /^(?:h[1-6]|p|div|blockquote|strong|em|del|code|pre|hr|br|ul|ol|li|table|thead|tbody|tr|th|td|a|math|semantics|annotation|m[a-z]+|none)$/;
const payloads = [
  ...hostileHtml,
  ...hostileMarkdown,
  ...imageSyntaxes,
  ...[...drawnTex, ...refusedTex].map((tex) => `$$\n${tex}\n$$`),
];

/** All elements in written HTML, read by a parser as another program would. */
async function elementsIn(answer: string): Promise<Element[]> {
  const parsed = new DOMParser().parseFromString(await answerAsHtml(answer), 'text/html');
  return [...parsed.body.querySelectorAll('*')];
}

describe('an answer as HTML', () => {
  it.each([
    [
      '# a\n\n**b** *c* ~~d~~ `e`',
      '<h1>a</h1><p><strong>b</strong> <em>c</em> <del>d</del> <code>e</code></p>',
    ],
    ['a & b < c &amp; \\*', '<p>a &amp; b &lt; c &amp; *</p>'],
    ['a  \nb', '<p>a<br>b</p>'],
    ['- a\n- [x] b', '<ul><li>a</li><li>☑ b</li></ul>'],
    ['3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['> a', '<blockquote><p>a</p></blockquote>'],
    ['```js\nif (a < b) {}\n```', '<pre><code>if (a &lt; b) {}</code></pre>'],
    [
      '[a](https://example.org/?b=1&c="2")',
      '<p><a href="https://example.org/?b=1&amp;c=%222%22">a</a></p>',
    ],
    ['[a](javascript:alert(1))', '<p>a</p>'],
    [
      '|a|b|\n|-|-:|\n|1|2|',
      '<table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>',
    ],
    ['$\\unknown$', '<p><code>$\\unknown$</code></p>'],
  ])('says the same: %j', async (source, html) => {
    expect(await answerAsHtml(source)).toBe(html);
  });

  it('has formulas as MathML with their TeX', async () => {
    const html = await answerAsHtml('so $x^2 < y$');
    expect(html).toContain('<msup><mi>x</mi><mn>2</mn></msup>');
    expect(html).toContain('<annotation encoding="application/x-tex">x^2 &lt; y</annotation>');
  });

  it.each(payloads)('[RD-02] has only elements that show text: %j', async (payload) => {
    const elements = await elementsIn(payload);
    expect(
      elements.map(({ localName }) => localName).filter((name) => !ELEMENTS.test(name)),
    ).toEqual([]);
    const attributes = elements.flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => /^on|^src|^id$|^class$|^xlink/.test(name))).toEqual([]);
    const links = elements.filter((element) => element.hasAttribute('href'));
    expect(
      links.every((link) => /^(?:https?:\/\/|mailto:)/.test(link.getAttribute('href') ?? '')),
    ).toBe(true);
  });
});

describe('an answer as plain text', () => {
  it.each([
    ['# a\n\n**b** *c* ~~d~~ `e` &amp; \\*', 'a\n\nb c d e & *'],
    ['- a\n  - b\n    c\n- d', '• a\n  • b\n    c\n• d'],
    ['9. a\n10. b\n    - c', '9. a\n10. b\n    • c'],
    ['- [ ] a\n- [x] b', '• ☐ a\n• ☑ b'],
    ['- a\n\n  b\n\n- c', '• a\n\n  b\n\n• c'],
    ['|a|b|\n|-|-|\n|**1**|x<br>y|', 'a\tb\n1\tx y'],
    ['> a\n>\n> b', 'a\n\nb'],
    ['```js\na\n  b\n```', 'a\n  b'],
    [
      '[a](https://example.org/x) <https://example.org>',
      'a (https://example.org/x) https://example.org',
    ],
    [
      '[a](javascript:alert(1)) [https://example.org](https://example.org)',
      'a https://example.org',
    ],
    ['so $x^2$ and\n\n$$\ny\n$$', 'so x^2 and\n\ny'],
    ['$5 and $10', '$5 and $10'],
    ['a\n\n---\n\nb', 'a\n\n―――\n\nb'],
  ])('has no marks: %j', (source, text) => {
    expect(answerAsText(source)).toBe(text);
  });

  it.each([...Object.values(documents), ...hostileHtml, ...hostileMarkdown])(
    'has every word that is drawn: %j',
    (source) => {
      const drawn = renderMarkdown(source);
      for (const host of drawn.querySelectorAll('.md-host, .md-image, .md-code-head'))
        host.remove();
      const text = answerAsText(source);
      const walker = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const words = walker.currentNode.nodeValue?.match(/\p{L}{2,}/gu) ?? [];
        expect(words.filter((word) => !text.includes(word))).toEqual([]);
      }
    },
  );
});
