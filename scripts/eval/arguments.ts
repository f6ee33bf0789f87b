import { parseArgs } from 'node:util';

/** What the command was asked to try. */
export interface EvalArguments {
  /** Address of the chat completions. */
  readonly url: string;
  readonly model: string;
  /** Name of the environment variable that holds the key; without one none is sent. */
  readonly keyEnv: string | undefined;
  /** Only texts whose name begins so. */
  readonly only: string;
  readonly out: string;
}

/**
 * Reads the arguments of the command line.
 *
 * @throws Error with one sentence for the person who runs it
 */
export function readArguments(args: readonly string[]): EvalArguments {
  const { endpoint, model, 'key-env': keyEnv, only, out } = parse(args);
  if (endpoint === undefined) {
    throw new Error('Say which server to try: --endpoint http://127.0.0.1:8080/v1');
  }
  if (model === undefined || model.trim() === '') {
    throw new Error('Say which model to try, by the name the server knows it by: --model org/name');
  }
  if (keyEnv !== undefined && !/^[A-Za-z_]\w*$/.test(keyEnv)) {
    // Not repeated: it may be the key itself.
    throw new Error(
      '--key-env takes the name of an environment variable that holds the key, not the key.',
    );
  }
  const file = `.output/eval/${model.replace(/[^\w.-]+/g, '_')}.md`;
  return { url: completionsUrl(endpoint), model, keyEnv, only, out: out ?? file };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        endpoint: { type: 'string' },
        model: { type: 'string' },
        'key-env': { type: 'string' },
        only: { type: 'string', default: '' },
        out: { type: 'string' },
      },
    }).values;
  } catch (cause) {
    const [sentence = ''] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    const known = 'Known are --endpoint, --model, --key-env, --only and --out.';
    throw new Error(`${sentence}. ${known}`, { cause });
  }
}

/** The address that OpenAI-compatible servers call the base, or the whole one. */
function completionsUrl(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error(
      '--endpoint must be an http or https address, such as http://127.0.0.1:8080/v1',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new Error('--endpoint must not hold a user name or password; a key goes by --key-env.');
  }
  const base = url.href.replace(/\/+$/, '');
  return base.endsWith('/chat/completions') ? base : `${base}/chat/completions`;
}
