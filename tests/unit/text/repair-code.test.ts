// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { repairText } from '@/utils/text/repair-text';

const lines = (...all: string[]) => all.join('\n');

describe('repairText, of code', () => {
  it.each([
    [
      'TypeScript',
      lines(
        "import { lens } from './lens';",
        '',
        'export function bend(light: Light) {',
        '  // the small flame of the lamp that is seen far over the',
        '  // sea',
        '  return lens(light);',
        '}',
      ),
    ],
    [
      'Python',
      lines(
        'def bend(light):',
        '    """Bends the light of a small flame."""',
        '    for ring in rings:',
        '        light = ring.bend(light)',
        '    return light',
      ),
    ],
    [
      'a shell session',
      lines(
        '$ npm install',
        '$ git commit -m "a lens that bends the light of the small-',
        'er flame"',
      ),
    ],
    ['JSON', lines('{', '  "name": "lens",', '  "rings": [1, 2, 3]', '}')],
    ['YAML', lines('lens:', '  rings: 12', '  glass:', '    - crown', '    - flint')],
    ['HTML', lines('<section class="lens">', '  <p>A lens</p>', '</section>')],
    ['SQL', lines('SELECT name, miles', 'FROM lamps', 'WHERE miles > 20;')],
    ['CSS', lines('.lens {', '  color: red;', '}')],
    [
      'a stack trace',
      lines(
        'TypeError: lens is undefined',
        '    at bend (lens.js:3:9)',
        '    at main (index.js:1:1)',
      ),
    ],
    [
      'a log',
      lines(
        '2026-01-02 10:00:00 the lamp was lit by the keeper of the-',
        '2026-01-02 10:00:01 lens',
      ),
    ],
    [
      'a difference',
      lines(
        'diff --git a/lens b/lens',
        '--- a/lens',
        '+++ b/lens',
        '@@ -1 +1 @@',
        '-old lens',
        '+new lens',
      ),
    ],
  ])('leaves %s to the byte', (_title, code) => {
    const withSigns = `${code}\nconst ﬁ = "soft\u00adhyphen"; \r\n`;
    expect(repairText(withSigns)).toBe(withSigns);
  });

  it.each([
    'The lens bends light; the tower lifts it. Sailors trusted both of them for years.',
    'Das Gesetz gilt\nfür die Lampe;\nfür den Turm;\nund für das Meer.',
    'Dear Ada,\n\nthank you (and Charles) for the lens.\n\nYours,\nGrace',
  ])('does not take prose for code: %s', (text) => {
    expect(repairText(`${text} ﬁn`)).toContain(' fin');
  });
});
