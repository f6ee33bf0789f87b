// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { caseRequest } from '../../../scripts/eval/case-request';
import { checkRequest } from '../../../scripts/eval/check-request';
import { readTextFiles } from '../../../scripts/eval/text-file';

/* The request half of the texts; `npm run eval` asks a real model for the other. */

const files = readTextFiles();

describe('the request for a text', () => {
  it('is tried with sixty texts and more, of each kind', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
    const kinds = new Set(files.map(({ name }) => name.split('-')[0]));
    for (const kind of [
      'en',
      'zh',
      'de',
      'ar',
      'code',
      'pdf',
      'table',
      'hostile',
      'word',
      'long',
    ]) {
      expect(kinds).toContain(kind);
    }
  });

  it.each(files.map((file) => [file.name, file.about, file] as const))(
    'is as it must be of %s: %s',
    (_name, _about, file) => {
      for (const one of file.cases) {
        for (const model of ['org/model', 'org/model-thinking']) {
          const checks = checkRequest(file, one, caseRequest(file, one, model));
          expect(checks.filter(({ isOk }) => !isOk)).toEqual([]);
        }
      }
    },
  );
});
