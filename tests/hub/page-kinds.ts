import { readFile } from 'node:fs/promises';
import { EDITORS, editorFile } from './editor-bundle.ts';
import { escapeHtml } from './html.ts';

/** What the pages show: lines, an empty one among them, and indentation of both kinds. */
export const CODE = `function flashInterval(secondsPerTurn, panels) {
  if (panels < 1) {
\t\tthrow new RangeError('no panel');
  }

  return secondsPerTurn / panels;
}`;

/** A page as it is served. */
interface ServedPage {
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

const FOLDER = new URL('../fixtures/pages/', import.meta.url);
const HTML = { 'content-type': 'text/html; charset=utf-8' };

/** What makes a page strict: nothing of its own may load, or no string may become markup. */
const STRICT: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/kinds/strict-csp': { 'content-security-policy': "default-src 'none'" },
  '/kinds/trusted-types': {
    'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'",
  },
  '/kinds/strictest': {
    'content-security-policy':
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts",
  },
  // As raw.githubusercontent.com serves files.
  '/kinds/sandbox': {
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  },
};

/**
 * The pages of every kind, under `/kinds/`, and the editors' bundles, under `/editors/`.
 *
 * @param origin another origin, which `/kinds/frames` embeds a page of
 * @returns `undefined` when there is none
 */
export async function pageOfKind(path: string, origin: string): Promise<ServedPage | undefined> {
  if (path.startsWith('/editors/')) return bundled(path.slice('/editors/'.length));
  if (path === '/kinds/text') return { body: CODE, headers: { 'content-type': 'text/plain' } };
  const strict = STRICT[path];
  if (strict) return { body: await html('code', origin), headers: { ...HTML, ...strict } };
  const name = path.slice('/kinds/'.length);
  const isEditor = EDITORS.some((editor) => editor === name);
  if (isEditor) {
    return { body: (await html('editor', origin)).replaceAll('EDITOR_NAME', name), headers: HTML };
  }
  return PAGES.includes(name) ? { body: await html(name, origin), headers: HTML } : undefined;
}

const PAGES = [
  'canvas',
  'code',
  'code-view',
  'fields',
  'frames',
  'hostile-css',
  'secrets',
  'shadow',
  'table-view',
];

async function html(name: string, origin: string): Promise<string> {
  const text = await readFile(new URL(`${name}.html`, FOLDER), 'utf8');
  return text.replaceAll('CODE_TEXT', escapeHtml(CODE)).replaceAll('OTHER_ORIGIN', origin);
}

async function bundled(file: string): Promise<ServedPage | undefined> {
  const body = await editorFile(file);
  const type = file.endsWith('.css') ? 'text/css' : 'text/javascript';
  // An editor without styles of its own has an empty sheet.
  return { body: body ?? '', headers: { 'content-type': type } };
}
