// @vitest-environment node
import { expect, it } from 'vitest';
import { parseModels } from '@/utils/models/parse-models';
import { allowedModel } from '@/utils/models/allowed-models';

const GOOD = { provider: 'good', status: 'live', pricing: { input: 1, output: 2 } };

/** The live providers of a model of which one has this. */
function liveWith(member: string): unknown[] {
  // As it comes over the wire: JSON has numbers that become Infinity.
  const odd = `{"provider":"odd","status":"live",${member}}`;
  const body = `{"data":[{"id":"org/model","providers":[${JSON.stringify(GOOD)},${odd}]}]}`;
  const [model] = parseModels(JSON.parse(body)) ?? [];
  return model?.providers ?? [];
}

it.each([
  ['negative', '"pricing":{"input":1,"output":-5}'],
  ['beyond all numbers', '"pricing":{"input":1e999,"output":2}'],
])('takes no price that is %s: it would be asked first, and unasked about', (_title, member) => {
  const priced = liveWith(member).filter((provider) => JSON.stringify(provider).includes('price'));
  expect(priced).toEqual([{ name: 'good', price: { input: 1, output: 2 } }]);
});

it.each(['"context_length":1e999', '"throughput":1e999', '"first_token_latency_ms":1e999'])(
  'takes no metric that storage could not keep: %s',
  (member) => {
    const live = liveWith(member);
    expect(JSON.parse(JSON.stringify(live))).toEqual(live);
  },
);

it('takes no context that is negative', () => {
  expect(JSON.stringify(liveWith('"context_length":-1'))).not.toContain('-1');
});

it('keeps the allowed provider the only one, whatever a list calls it', () => {
  const model = {
    id: 'a/b',
    liveProviders: 1,
    isThinking: false,
    providers: [{ name: '__proto__' }],
  };
  expect(allowedModel(model, { allowedModels: undefined, allowedProviders: [] })).toBeUndefined();
});
