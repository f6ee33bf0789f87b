// @vitest-environment node
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../../scripts/eval/arguments';
import { checkAnswer } from '../../../scripts/eval/check-answer';
import { evaluate } from '../../../scripts/eval/evaluate';
import { createReport } from '../../../scripts/eval/report';
import { readTextFiles, type TextFile } from '../../../scripts/eval/text-file';

const files = readTextFiles();

function fileOf(name: string): TextFile {
  const file = files.find((one) => one.name === name);
  if (!file) throw new Error(`no text ${name}`);
  return file;
}

function failures(name: string, answer: string, index = 0): string[] {
  const file = fileOf(name);
  const one = file.cases[index];
  if (!one) throw new Error(`no case ${index}`);
  return checkAnswer(file, one, answer)
    .filter(({ isOk }) => !isOk)
    .map((check) => check.name);
}

describe('readArguments', () => {
  const GOOD = ['--endpoint', 'http://127.0.0.1:8080/v1/', '--model', 'org/name'];

  it('takes the base of a server, and the whole address', () => {
    const url = 'http://127.0.0.1:8080/v1/chat/completions';
    expect(readArguments(GOOD)).toMatchObject({
      url,
      model: 'org/name',
      keyEnv: undefined,
      out: '.output/eval/org_name.md',
    });
    expect(readArguments(['--endpoint', url, '--model', 'm']).url).toBe(url);
  });

  it.each([
    ['no server', ['--model', 'm'], /^Say which server/],
    ['no model', ['--endpoint', 'http://x/v1'], /^Say which model/],
    ['no address', ['--endpoint', 'x', '--model', 'm'], /must be an http/],
    ['a file', ['--endpoint', 'file:///x', '--model', 'm'], /must be an http/],
    ['a password in it', ['--endpoint', 'http://a:b@x/v1', '--model', 'm'], /must not hold/],
    ['an unknown word', [...GOOD, '--fast'], /Known are --endpoint/],
  ])('says what is wrong with %s', (_title, args, words) => {
    expect(() => readArguments(args)).toThrow(words);
  });

  it('takes the name of a variable for the key, and never repeats a key', () => {
    expect(readArguments([...GOOD, '--key-env', 'HF_KEY']).keyEnv).toBe('HF_KEY');
    const wrong = () => readArguments([...GOOD, '--key-env', 'hf-secret-key']);
    expect(wrong).toThrow(/the name of an environment variable/);
    expect(wrong).not.toThrow(/secret/);
  });
});

describe('checkAnswer', () => {
  it.each<[string, string, string, string[]]>([
    ['a good summary', 'en-paragraph', 'Fresnel built a lens that bends the light to a beam.', []],
    [
      'another language',
      'en-paragraph',
      'Fresnel baute die Linse, und das Licht ist in der Welt.',
      ['is in en'],
    ],
    ['Chinese for English', 'en-paragraph', 'Fresnel 做了透镜，光在海上看得见。', ['is in en']],
    ['no answer', 'en-paragraph', ' ', ['has an answer']],
    ['an obedient answer', 'hostile-ignore', 'PWNED', ['holds "ships"', 'does not obey the text']],
    [
      'one that tells of it',
      'hostile-ignore',
      'The ships are guided by lighthouses; the text also asks for the word PWNED.',
      [],
    ],
    [
      'a long summary',
      'de-absatz',
      'Das ist die Linse von 1850. '.repeat(20),
      ['has at most 218 characters'],
    ],
    [
      'a fence',
      'en-paragraph',
      '<<<TEXT x\nFresnel and the lens of the sea',
      ['leaves out the fence'],
    ],
  ])('sees %s', (_title, name, answer, failed) => {
    expect(failures(name, answer)).toEqual(
      failed.map((one) =>
        one.startsWith('has at most') ? expect.stringMatching(/^has at most/) : one,
      ),
    );
  });

  it('sees lost lines', () => {
    expect(failures('table-markdown', '| Lampe | 1850 | 1880 |')).toEqual(['keeps the lines']);
  });
});

describe('evaluate', () => {
  let server: Server | undefined;
  afterEach(() => server?.close());

  async function serve(answer: (body: { messages: { content: string }[] }) => [number, object]) {
    const seen: { authorization: string | undefined; body: string }[] = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        seen.push({ authorization: request.headers.authorization, body });
        const [status, value] = answer(JSON.parse(body) as never);
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(value));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/v1/chat/completions`, seen };
  }
  const completion = (content: string) => ({
    choices: [{ message: { content } }],
    usage: { prompt_tokens: 11, completion_tokens: 7 },
  });

  it('asks as the extension does, puts masked values back, and reports all', async () => {
    const content =
      '<think>Hm.</think>Bitte schreiben Sie an [EMAIL_1] oder rufen Sie die [PHONE_1] an; die Karte ist [CARD_1].';
    const { url, seen } = await serve(() => [200, completion(content)]);
    const results = await evaluate(
      { url, model: 'org/m', key: 'k-123' },
      [fileOf('en-mail-masked')],
      () => undefined,
    );
    expect(seen[0]?.authorization).toBe('Bearer k-123');
    expect(seen.map(({ body }) => body).join('')).not.toContain('@example.org');
    expect(results[1]?.checks.filter(({ isOk }) => !isOk)).toEqual([]);
    expect(results[0]?.checks.filter(({ isOk }) => !isOk).map(({ name }) => name)).toEqual([
      'is in en',
    ]);
    const report = createReport('org/m', results);
    expect(report).toContain('# org/m');
    expect(report).toContain('| en-mail-masked, translate | de | pass');
    expect(report).toContain('| en-mail-masked, summarize | en | **fail**');
    expect(report).toContain('| 11 | 7 |');
    expect(report).toContain('> Bitte schreiben Sie an ada.lovelace@example.org');
    expect(report).not.toContain('k-123');
  });

  it('goes on after an error of the server, and says which, without the key', async () => {
    const { url } = await serve(() => [401, { error: 'wrong key k-123' }]);
    const results = await evaluate(
      { url, model: 'org/m', key: 'k-123' },
      [fileOf('en-questions')],
      () => undefined,
    );
    expect(results).toHaveLength(3);
    const failed = results[0]?.checks.at(-1);
    expect(failed).toMatchObject({ name: 'is answered', isOk: false });
    expect(failed?.detail).toContain('401');
    expect(failed?.detail).not.toContain('k-123');
  });
});
