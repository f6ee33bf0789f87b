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
    [
      'SQL in lower case',
      lines(
        'select lamps.name, lamps.miles, keepers.name',
        'from lamps',
        'join keepers on keepers.lamp_id = lamps.id',
        'where lamps.miles > 20 and keepers.is_active',
        'group by lamps.name, lamps.miles, keepers.name',
        'order by lamps.miles desc;',
      ),
    ],
    [
      'SQL that writes',
      lines(
        'insert into lamps (name, miles, keeper)',
        "values ('Eddystone', 20, 'Ada'), ('Bell Rock', 30, 'Grace')",
        'on conflict (name) do update set miles = excluded.miles',
        'returning name, miles',
      ),
    ],
    [
      'commands with options',
      lines(
        'kubectl get pods --namespace production',
        'kubectl describe pod lens-7f9c4 --namespace production',
      ),
    ],
    [
      'commands without any',
      lines(
        'docker build -t registry.example.org/lens:latest .',
        'docker push registry.example.org/lens:latest',
        'docker run registry.example.org/lens:latest',
      ),
    ],
    [
      'commands of programs that nobody knows',
      lines('lighten plan production europe lens', 'lighten apply production europe lens'),
    ],
    [
      'options of such a program',
      lines(
        'gpg --keyserver hkps://keys.example.org --recv-keys 5BE8A3F6C8A5C01D # Ada of London',
        'gpg --keyserver hkps://keys.example.org --recv-keys DD792F5973C6DE52 # Grace',
        'gpg --keyserver hkps://keys.example.org --recv-keys CC68F5A3106FF448 # Augustin',
      ),
    ],
    [
      'settings of a server',
      lines(
        'server_name lens.example.org www.lens.example.org;',
        'proxy_pass http://127.0.0.1:8080;',
        'proxy_set_header Host $host;',
        'gzip on;',
      ),
    ],
    [
      'imports',
      lines('import numpy as np', 'from tower.lamp import lens, ring, flame', 'import lens'),
    ],
    [
      'changes, each with its sum',
      lines('a1b2c3d fix the lens that bends the light', 'b2c3d4e add the tower and its keeper'),
    ],
  ])('keeps the lines of %s', (_title, code) => {
    expect(repairText(code)).toBe(code);
  });

  it.each([
    ['below a blank line', ''],
    ['right below a sentence', 'Run these:'],
  ])('keeps the lines of commands %s of prose', (_title, between) => {
    const prose = lines(
      'To build the lamp on a machine that has nothing',
      'yet, you need a compiler, some glass and a great',
      'deal of patience, since it takes an hour or two',
      'on most of them, and more where the disk is slow',
      'or the line to the sea is bad.',
    );
    const commands = lines(
      between,
      'git clone https://example.org/lens.git',
      'npm install lens tower lamp keeper',
      'npm run build lens tower lamp',
    );
    expect(repairText(lines(prose, commands))).toBe(lines(prose.replaceAll('\n', ' '), commands));
  });

  it.each([
    'The lens bends light; the tower lifts it. Sailors trusted both of them for years.',
    'Das Gesetz gilt\nfür die Lampe;\nfür den Turm;\nund für das Meer.',
    'Select the lamp\nfrom the list\nwhere you see it.',
    'the lamp is lit with -l\nand with --light\nat night.',
    'Dear Ada,\n\nthank you (and Charles) for the lens.\n\nYours,\nGrace',
  ])('does not take prose for code: %s', (text) => {
    expect(repairText(`${text} ﬁn`)).toContain(' fin');
  });
});
