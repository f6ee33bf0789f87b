import type { Hub } from './hub.ts';
import { signIn } from './sign-in.ts';

interface SendOptions {
  readonly signal?: AbortSignal;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A very small chat client, for the tests of the Hub itself. */
export class ChatClient {
  readonly #url: string;
  readonly #token: string;

  constructor(hub: Hub, token: string) {
    this.#url = `${hub.routerOrigin}/v1/chat/completions`;
    this.#token = token;
  }

  static async signedIn(hub: Hub, redirectUri: string): Promise<ChatClient> {
    const { access_token: token } = await signIn(hub, { redirectUri });
    return new ChatClient(hub, token);
  }

  send(body: object, init: SendOptions = {}): Promise<Response> {
    return fetch(this.#url, {
      method: 'POST',
      ...init,
      headers: { authorization: `Bearer ${this.#token}`, ...init.headers },
      body: JSON.stringify(body),
    });
  }
}

/** A streamed request with a fenced text. */
export function askAbout(text: string, system = 'Summarize the text.', after = ''): object {
  return {
    model: 'demo/extractive',
    stream: true,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: `<<<TEXT k3\n${text}\nTEXT k3>>>\n${after}` },
    ],
  };
}

/** The `data:` lines of a stream, as they came. */
export function dataLines(stream: string): string[] {
  return stream
    .split('\n')
    .filter((line) => line.startsWith('data: '))
    .map((line) => line.slice('data: '.length));
}

/** The answer's text in a stream that has no fault. */
export function answerText(stream: string): string {
  return dataLines(stream)
    .filter((line) => line !== '[DONE]')
    .map((line) => JSON.parse(line).choices[0]?.delta.content ?? '')
    .join('');
}
