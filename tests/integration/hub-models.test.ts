import { listModels } from '@huggingface/hub';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { askAbout, ChatClient } from '../hub/chat-client.ts';
import { startHub, type AccountName, type Hub } from '../hub/hub.ts';
import { signIn } from '../hub/sign-in.ts';

const redirectUri = 'https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/hf';

let hub: Hub;

beforeAll(async () => {
  hub = await startHub({ redirectUris: [redirectUri], modelsPerPage: 4 });
});

afterEach(() => hub.signInAs('ada'));

afterAll(() => hub.close());

async function tokenOf(name: AccountName, scope: string): Promise<string> {
  hub.signInAs(name);
  return (await signIn(hub, { redirectUri, scope: `openid ${scope}` })).access_token;
}

async function list(owner: string, accessToken?: string, limit = 50) {
  const models = listModels({
    search: { owner },
    additionalFields: ['inferenceProviderMapping', 'author'],
    limit,
    hubUrl: hub.origin,
    ...(accessToken === undefined ? {} : { accessToken }),
  });
  return Array.fromAsync(models);
}

async function names(owner: string, accessToken?: string): Promise<string[]> {
  return (await list(owner, accessToken)).map(({ name }) => name);
}

const BOTH = ['ada/note-g-8b', 'ada/first-draft-1b'];
const ORGANIZATION = ['analytical-engine/difference-7b'];

test('a list gives each model with its providers', async () => {
  const [served, unserved] = await list('ada', await tokenOf('ada', 'read-repos'));
  expect(served).toEqual({
    id: expect.stringMatching(/^[\da-f]{24}$/),
    name: 'ada/note-g-8b',
    author: 'ada',
    private: true,
    gated: false,
    task: 'text-generation',
    likes: expect.any(Number),
    downloads: expect.any(Number),
    updatedAt: expect.any(Date),
    inferenceProviderMapping: [
      {
        provider: 'abacus',
        providerId: 'abacus/ada/note-g-8b',
        hfModelId: 'ada/note-g-8b',
        status: 'live',
        task: 'conversational',
        isModelAuthor: false,
      },
    ],
  });
  expect(unserved).toMatchObject({ name: 'ada/first-draft-1b', inferenceProviderMapping: [] });
  expect(served?.updatedAt.getTime()).toBeGreaterThan(0);
});

test.each(['read-repos', 'write-repos', 'manage-repos'])(
  'with %s a person sees the private models of her own and of her organizations',
  async (scope) => {
    const token = await tokenOf('ada', scope);
    expect(await names('ada', token)).toEqual(BOTH);
    expect(await names('analytical-engine', token)).toEqual(ORGANIZATION);
    expect(await names('grace', token)).toEqual([]);
  },
);

test('nobody else sees them', async () => {
  const grace = await tokenOf('grace', 'read-repos');
  expect(await names('grace', grace)).toEqual(['grace/first-bug-3b']);
  for (const owner of ['ada', 'analytical-engine']) {
    expect(await names(owner, grace)).toEqual([]);
    expect(await names(owner)).toEqual([]);
  }
});

test('a token for other things shows what is public', async () => {
  const token = await tokenOf('ada', 'profile inference-api contribute-repos');
  expect(await names('ada', token)).toEqual([]);
  expect(await names('demo', token)).toContain('demo/extractive');
});

test('a token that is no good is refused, even for what is public', async () => {
  await expect(list('demo', 'hf_oauth_wrong')).rejects.toMatchObject({ statusCode: 401 });
});

test('a long list comes in pages, each with the address of the next', async () => {
  const before = hub.requests.length;
  const found = await names('demo');
  expect(found).toHaveLength(11);
  expect(new Set(found).size).toBe(11);
  const requests = hub.requests.slice(before).map(({ path }) => path);
  expect(requests).toHaveLength(3);
  expect(requests.every((path) => path.includes('author=demo'))).toBe(true);
  const last = await fetch(`${hub.origin}${requests.at(-1)}`);
  expect(last.headers.has('link')).toBe(false);
});

test('no more models come than the limit says', async () => {
  const response = await fetch(`${hub.origin}/api/models?author=demo&limit=2`);
  expect(await response.json()).toHaveLength(2);
  expect(response.headers.get('link')).toMatch(/^<http:\/\/127\S+limit=2\S*>; rel="next"$/);
  expect(await list('demo', undefined, 3)).toHaveLength(3);
});

test('a search finds a part of the name', async () => {
  const response = await fetch(`${hub.origin}/api/models?search=Two-Shops`);
  expect(await response.json()).toMatchObject([{ id: 'demo/two-shops-70b' }]);
});

test('only the fields that are expanded come, and some when none is', async () => {
  const fields = async (query: string) => {
    const response = await fetch(`${hub.origin}/api/models?author=demo&limit=1${query}`);
    const [first = {}]: object[] = await response.json();
    return Object.keys(first);
  };
  const expanded = ['_id', 'id', 'inferenceProviderMapping'];
  expect(await fields('&expand=inferenceProviderMapping')).toEqual(expanded);
  expect(await fields('&expand[]=inferenceProviderMapping')).toEqual(expanded);
  const plain = await fields('');
  expect(plain).toEqual(expect.arrayContaining(['_id', 'id', 'private', 'pipeline_tag']));
  expect(plain).not.toContain('inferenceProviderMapping');
});

test('the router serves a private model to those who may read it, and lists it for nobody', async () => {
  const ask = async (token: string, model: string) => {
    const body = { ...askAbout('One sentence.'), stream: false, model };
    return (await new ChatClient(hub, token).send(body)).status;
  };
  const ada = await tokenOf('ada', 'inference-api read-repos');
  expect(await ask(ada, 'ada/note-g-8b')).toBe(200);
  expect(await ask(ada, 'analytical-engine/difference-7b')).toBe(200);
  expect(await ask(ada, 'ada/first-draft-1b')).toBe(400);
  expect(await ask(ada, 'grace/first-bug-3b')).toBe(400);
  expect(await ask(await tokenOf('ada', 'inference-api'), 'ada/note-g-8b')).toBe(400);
  const { data } = await (await fetch(`${hub.routerOrigin}/v1/models`)).json();
  expect(data.every(({ id }: { id: string }) => id.startsWith('demo/'))).toBe(true);
});
