import { SCOPES } from '../../tests/hub/scopes.ts';

/** A lower-case word or several, such as error codes are made of. */
const CODE = /^[a-z]+(?:_[a-z]+){0,5}$/;
/** The same, but no single word, which could as well be somebody's name. */
const LONG_CODE = /^[a-z]+(?:_[a-z]+){1,5}$/;

/** The members of a JSON answer whose text may be written, by path, and what it has to look like. */
const TEXTS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['token_type', (text) => /^bearer$/i.test(text)],
  ['scope', (text) => text.split(' ').every((name) => Object.hasOwn(SCOPES, name))],
  ['iss', (text) => text === 'https://huggingface.co'],
  ['alg', (text) => /^(?:RS|PS|ES|HS)\d{3}$|^EdDSA$/.test(text)],
  ['error', (text) => LONG_CODE.test(text)],
  ['error.type', (text) => LONG_CODE.test(text)],
  ['error.code', (text) => LONG_CODE.test(text)],
  ['type', (text) => /^(?:user|org|app)$/.test(text)],
  ['auth.type', (text) => CODE.test(text) && text.length <= 40],
  ['verification_uri', (text) => /^https:\/\/(?:hf|huggingface)\.co\/oauth\/device$/.test(text)],
]);

/** The members whose number may be written, by path. */
const NUMBERS: ReadonlySet<string> = new Set(['expires_in', 'interval']);

/** Whether the value at this path of a JSON answer may be written as it is. */
export function isWritableValue(path: string, value: unknown): value is string | number {
  if (typeof value === 'number') return NUMBERS.has(path);
  return typeof value === 'string' && (TEXTS.get(path)?.(value) ?? false);
}

/** The response headers whose value may be written, and what it has to look like. */
const HEADERS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^access-control-allow-origin$/,
    /^(?:\*|null|https:\/\/huggingface\.co|chrome-extension:\/\/[a-p]{32})$/,
  ],
  [/^access-control-allow-credentials$/, /^(?:true|false)$/],
  [/^access-control-max-age$/, /^\d{1,9}$/],
  [/^access-control-(?:allow-(?:methods|headers)|expose-headers)$/, /^[a-z*, -]{1,600}$/i],
  // No colon: a partition key (`pk=:…:`) would name the person.
  [/^(?:x-)?ratelimit(?:-[a-z-]+)?$/, /^(?:"[a-z ]{1,20}"|[;,= .\d]|[a-z](?==)|[hms](?!=))+$/],
  [/^retry-after$/, /^\d{1,9}$/],
  [/^x-inference-provider$/, /^[a-z]+(?:-[a-z]+)*$/],
  [/^content-type$/, /^[a-z]+\/[a-z-]+(?:; ?charset=utf-8)?$/i],
];

/** Whether the value of a response header may be written as it is. */
export function isWritableHeader(name: string, value: string): boolean {
  // A longer number identifies something; ten digits are a time.
  if (value.length > 600 || /\d{11}/.test(value)) return false;
  return HEADERS.some(([names, values]) => names.test(name) && values.test(value));
}
