// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { repairText } from '@/utils/text/repair-text';

describe('repairText keeps apart', () => {
  it.each([
    [
      'addresses of pages, one a line',
      [
        'https://example.org/articles/the-lighthouse-of-alexandria',
        'https://example.org/articles/the-lighthouse-of-eddystones',
        'https://example.org/articles/the-lighthouse-of-bell-rock-x',
      ],
    ],
    [
      'e-mail addresses, one a line',
      [
        'anna.schmidt-lighthouse@example.org',
        'bernd.mueller-lighthouse@example.org',
        'clara.weber-lighthouse1@example.org',
      ],
    ],
    [
      'names of files, one a line',
      [
        'src/components/run/sent-details.tsx',
        'src/components/run/sent-text-form.tsx',
        'src/components/run/run-controls.tsx',
      ],
    ],
    [
      'rows of comma-separated values',
      [
        'name,role,city and the country',
        'anna schmidt,engineer,berlin germany',
        'bernd mueller,teacher,hamburg germany',
        'clara weber,designer,munich germany',
      ],
    ],
    [
      'rows of a table of two columns',
      [
        'name of person | role of the person',
        'anna the great | engineer of roads',
        'bernd the small | teacher of maths',
      ],
    ],
    [
      'sums of files',
      [
        'd41d8cd98f00b204e9800998ecf8427e  a.txt',
        'e2fc714c4727ee9395f324cd2e7f331f  b.txt',
        'f00d714c4727ee9395f324cd2e7f331f  c.txt',
      ],
    ],
  ])('%s', (_title, lines) => {
    const text = lines.join('\n');
    expect(repairText(text)).toBe(text);
  });

  it('keeps the hyphen of an address that was broken after it', () => {
    const address = 'https://example.org/light-house';
    const text = `What the ministry has to say of it can be found at ${address.replace('-', '-\n')} in the report, and everybody who reads it knows it all.`;
    expect(repairText(text)).toContain(address);
  });
});
