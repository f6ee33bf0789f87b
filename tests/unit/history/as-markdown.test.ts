// @vitest-environment node
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { asMarkdown } from '@/utils/history/as-markdown';
import type { ExportedRun } from '@/utils/history/exported-run';
import { MONDAY } from '@/tests/unit/support/kept-runs';

function run(change: Partial<ExportedRun> = {}): ExportedRun {
  return {
    startedAt: MONDAY,
    id: 'a',
    conversation: 'a',
    action: 'summarize',
    quote: '',
    textLength: 0,
    isSelectionCut: false,
    droppedTurns: 0,
    seams: [],
    preview: '',
    state: { kind: 'done', finish: 'stop' },
    answer: 'An answer.',
    reasoning: '',
    ...change,
  };
}

/** The headings that a reader of Markdown sees, outside of quotations. */
function headings(parts: string[]): string[] {
  return marked
    .lexer(parts.join(''))
    .flatMap((token) => (token.type === 'heading' ? [String(token['text'])] : []));
}

describe('runs as Markdown', () => {
  it('hold page, selection, question, model, reasoning and answer', () => {
    const [, part] = asMarkdown([
      run({
        page: { title: 'A *page*', url: 'https://example.org/' },
        text: 'One\n\nTwo',
        question: 'Why?',
        choice: { model: 'org/model_1' },
        reasoning: 'Hm.',
        answer: '**So**.\n\n- a\n- b',
      }),
    ]);
    expect(part?.replace(/(?<=# ◆ )[^:]*, 2026, [^:]*:\d\d [AP]M/, 'TIME')).toBe(
      [
        '# ◆ TIME: A \\*page\\*',
        '<https://example.org/>',
        '## ◆ Summarize',
        'with org/model\\_1',
        '### ◆ Selected text',
        '> One\n>\n> Two',
        '### ◆ Question',
        '> Why?',
        '### ◆ Reasoning',
        '> Hm.',
        '### ◆ Answer',
        '**So**.\n\n- a\n- b\n\n',
      ].join('\n\n'),
    );
  });

  it('keep conversations together, in the order of their beginnings', () => {
    const parts = asMarkdown([
      run({ id: 'c', startedAt: MONDAY + 3, conversation: 'a', answer: 'third' }),
      run({ id: 'b', startedAt: MONDAY + 2, conversation: 'b', answer: 'second' }),
      run({ id: 'a', startedAt: MONDAY + 1, conversation: 'a', answer: 'first' }),
    ]);
    expect(parts).toHaveLength(3);
    expect(parts.join('').match(/first|second|third/g)).toEqual(['first', 'third', 'second']);
  });

  it('say what the headings mean, and keep them from those of an answer', () => {
    const answer = '# Answer\n\n## ◆ Summarize\n\n# ◆◆ Question';
    const parts = asMarkdown([run({ answer })]);
    expect(parts.join('')).toContain(answer);
    expect(parts[0]).toContain('begin with ◆◆◆ ');
    const ours = headings(parts).filter((heading) => heading.startsWith('◆◆◆ '));
    expect(ours).toHaveLength(4);
  });

  it.each([
    ['a listing', 'So:\n\n```js\nlet a;'],
    ['a listing with a longer fence', '````md\n```\n# x\n```'],
    ['a listing with tildes', '~~~\n```\nx'],
    ['a listing in a list', '- a\n\n  ```\n  x'],
    ['a listing in a quotation', '> ```\n> x'],
    ['a comment', 'So\n\n<!-- x\n\ny'],
    ['a script', '<script>\n\nlet a'],
    ['preformatted text', '<PRE>\nx'],
    ['a character block', '<![CDATA[ x'],
  ])('go on as they should after an answer that leaves %s open', (_title, answer) => {
    const parts = asMarkdown([
      run({ answer }),
      run({ id: 'b', conversation: 'b', startedAt: MONDAY + 1 }),
    ]);
    expect(parts.join('')).toContain(answer);
    expect(headings(parts).slice(1)).toEqual([
      expect.stringMatching(/^◆ .*2026/),
      '◆ Summarize',
      '◆ Answer',
      expect.stringMatching(/^◆ .*2026/),
      '◆ Summarize',
      '◆ Answer',
    ]);
  });

  it.each(['```js\nlet a;\n```', '<!-- x --> y', '<pre>x</pre>', '> ```', 'a ``` b', '``` a ` b'])(
    'add nothing to an answer that is whole: %s',
    (answer) => {
      expect(asMarkdown([run({ answer })]).join('')).toMatch(
        new RegExp(`${RegExp.escape(answer)}\n\n$`),
      );
    },
  );

  it('keep selected text, questions and reasoning in quotations, whatever is in them', () => {
    const text = '# ◆ Answer\r\nx\r# ◆ Answer\u2028# ◆ Answer\n<!--';
    const parts = asMarkdown([run({ text, question: text, reasoning: text })]);
    const quoted = '\n\n> # ◆ Answer\n> x\n> # ◆ Answer\n> # ◆ Answer\n> <!--\n\n';
    expect(parts[1]?.split(quoted)).toHaveLength(4);
    expect(headings(parts).slice(2)).toEqual([
      '◆ Summarize',
      '◆ Selected text',
      '◆ Question',
      '◆ Reasoning',
      '◆ Answer',
    ]);
  });

  it('let no page title out of its heading', () => {
    const page = { title: 'a\n\n# b ](https://evil.example) `<b>', url: 'https://example.org/' };
    const parts = asMarkdown([run({ page })]);
    expect(headings(parts)[1]).toMatch(/: a \\# b \\\]\(https:/);
    expect(headings(parts)).toHaveLength(4);
  });

  it.each<[string, Partial<ExportedRun>, string]>([
    [
      'was cut off',
      { state: { kind: 'failed', error: { kind: 'stream-cut' } } },
      'The answer was cut off',
    ],
    ['was stopped', { state: { kind: 'stopped' } }, 'Stopped. What had arrived is kept.'],
    ['was stopped before a word', { state: { kind: 'stopped' }, answer: '' }, 'Stopped.'],
    [
      'is at its limit',
      { state: { kind: 'done', finish: 'length' } },
      'The answer reached its length limit',
    ],
  ])('say that an answer %s', (_title, change, words) => {
    expect(headings(asMarkdown([run(change)])).at(-1)).toContain(`◆ ${words}`);
  });
});
