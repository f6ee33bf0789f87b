// @vitest-environment node
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** What doesn't change with the language, in order: levels of headings, code, where links go, cells of tables. */
function skeletonOf(text: string): string[] {
  return text.match(/^#+(?= )|^```[^]*?^```|\]\([^)]+\)|^\|/gm) ?? [];
}

const english = readFileSync('README.md', 'utf8');
const withoutLanguages = (parts: string[]) => parts.filter((part) => !part.startsWith('](README'));

describe.each(globSync('README.*.md'))('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('has the sections, code, tables and links of README.md', () => {
    const own = withoutLanguages(skeletonOf(text)).toSorted();
    expect(own).toEqual(withoutLanguages(skeletonOf(english)).toSorted());
  });

  it('and README.md lead to each other', () => {
    expect(text).toContain('](README.md)');
    expect(english).toContain(`](${file})`);
  });
});
