import { describe, expect, it } from 'vitest';
import { safeUrl } from '@/utils/markdown/safe-url';

const refused: readonly string[] = [
  '',
  ' ',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'jAvAsCrIpT:alert(1)',
  ' javascript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u00A0javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'java\r\nscript:alert(1)',
  'java\u0000script:alert(1)',
  'javascript\t:alert(1)',
  'javascript://https://example.org/%0aalert(1)',
  'javascript:https://example.org',
  'javascript&colon;alert(1)',
  '&#106;avascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,eA==',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://huggingface.co/1',
  'filesystem:https://huggingface.co/1',
  'chrome://settings',
  'chrome-extension://abc/popup.html',
  'moz-extension://abc/popup.html',
  'about:blank',
  'view-source:https://example.org',
  'ws://example.org',
  'ftp://example.org',
  'intent://example.org#Intent;end',
  'tel:123',
  '//evil.example',
  '/path',
  'path',
  '?q',
  '#hash',
  'example.org',
  'https:',
  'https://',
  'https:evil.example',
  'https:/evil.example',
  'https:///evil.example',
  'https:\\\\evil.example',
  'https://huggingface.co\\@evil.example',
  'https://huggingface.co@evil.example',
  'https://huggingface.co:pass@evil.example/',
  'https://@evil.example',
  'https://hugging\tface.co@evil.example',
  'https://example.org/\u202Egpj.exe',
  'https://exa\u200Bmple.org',
  'https://example.org/\u2066x',
  'https://example.org/\uFEFF',
  'https://example.org/\u{E0041}',
  'https://exa mple.org',
  'https://example.org:99999',
  'https://[::1',
  'https://%',
  'mailto:',
  'mailto:nobody',
  'mailto:?bcc=a@b.example',
  'mailto:a@b.example%0d%0aBcc:c@d.example',
  `https://example.org/${'a'.repeat(9000)}`,
];

const allowed: ReadonlyArray<readonly [string, string]> = [
  ['https://example.org', 'https://example.org/'],
  ['HTTPS://EXAMPLE.org/Path', 'https://example.org/Path'],
  ['http://example.org/a?b=c&d#e', 'http://example.org/a?b=c&d#e'],
  [' https://example.org\n', 'https://example.org/'],
  ['ht\ttps://exa\nmple.org/', 'https://example.org/'],
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['https://example.org/@user?x=a@b', 'https://example.org/@user?x=a@b'],
  ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
  ['https://example.org:443/', 'https://example.org/'],
  ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
  ['mailto:a@b.example?subject=x', 'mailto:a@b.example?subject=x'],
  ['MAILTO:a@b.example', 'mailto:a@b.example'],
  ['https://example.org/?q=javascript:alert(1)', 'https://example.org/?q=javascript:alert(1)'],
];

describe('safeUrl', () => {
  it.each(refused)('[RD-04] refuses %j', (href) => {
    expect(safeUrl(href)).toBeUndefined();
  });

  it.each(allowed)('[RD-04] allows %j as %j', (href, expected) => {
    expect(safeUrl(href)).toBe(expected);
  });
});
