// @vitest-environment node
import { describe, expect, it } from 'vitest';
import {
  filterModels,
  hasTools,
  highestThroughput,
  isFree,
  MODEL_ORDERS,
  shortestWait,
  sortModels,
  type ModelFilter,
} from '@/utils/models/browse-models';
import type { ChatModel } from '@/utils/models/chat-model';
import { defaultModel } from '@/utils/models/default-model';
import { favouritesFirst } from '@/utils/models/favourites-first';
import { parseModels } from '@/utils/models/parse-models';
import { MODELS as HUB_MODELS } from '@/tests/hub/models';
import { bareModel } from '../support/chat-models';

const MODELS = parseModels({ data: HUB_MODELS }) ?? [];

function filtered(change: Partial<ModelFilter>): string[] {
  const all = { query: '', hasVision: false, hasTools: false, isFree: false, contextLength: 0 };
  return ids(filterModels(MODELS, { ...all, ...change }));
}

function ids(models: readonly ChatModel[]): string[] {
  return models.map(({ id }) => id.replace('demo/', ''));
}

function named(id: string): ChatModel {
  const model = MODELS.find((candidate) => candidate.id === `demo/${id}`);
  if (!model) throw new Error(`no ${id}`);
  return model;
}

describe('filterModels', () => {
  it('leaves all as they are without a filter', () => {
    expect(filtered({})).toEqual(ids(MODELS));
  });

  it.each<[string, Partial<ModelFilter>, string[]]>([
    ['take pictures', { hasVision: true }, ['onlooker-24b']],
    ['take tools at any provider', { hasTools: true }, ['extractive', 'gilded-400b']],
    ['cost nothing', { isFree: true }, ['gift-1b']],
    [
      'have a context of 128k, counted in either way',
      { contextLength: 128_000 },
      ['extractive', 'ponder-32b-thinking', 'gilded-400b', 'two-shops-70b'],
    ],
    ['hold each word in any order', { query: 'B tHink 32' }, ['ponder-32b-thinking']],
    ['pass all at once', { hasTools: true, contextLength: 128_000, query: '400' }, ['gilded-400b']],
    ['are none', { hasVision: true, isFree: true }, []],
  ])('keeps those that %s', (_title, filter, expected) => {
    expect(filtered(filter)).toEqual(expected);
  });

  it('takes a context that is not known for too small', () => {
    expect(filtered({ contextLength: 1 })).not.toContain('unmeasured-12b');
  });
});

describe('sortModels', () => {
  it('begins with the default, and then with what would be without it', () => {
    let rest = MODELS;
    for (const model of sortModels(MODELS, 'recommended')) {
      expect(model).toBe(defaultModel(rest));
      rest = rest.filter((other) => other !== model);
    }
    expect(rest).toEqual([]);
  });

  it.each([
    ['price', ['gift-1b', 'short-memory-3b', 'extractive'], ['gilded-400b', 'unmeasured-12b']],
    ['first-token', ['extractive'], ['ponder-32b-thinking', 'unmeasured-12b']],
    ['throughput', ['two-shops-70b', 'extractive'], ['gilded-400b', 'unmeasured-12b']],
    ['context', ['gilded-400b'], ['gift-1b', 'short-memory-3b', 'unmeasured-12b']],
  ] as const)('sorts by %s, what is not known last', (order, first, last) => {
    const sorted = ids(sortModels(MODELS, order));
    expect(sorted.slice(0, first.length)).toEqual(first);
    expect(sorted.slice(-last.length)).toEqual(last);
  });

  it.each(MODEL_ORDERS)('has the same order by %s, however the list came', (order) => {
    expect(sortModels(MODELS.toReversed(), order)).toEqual(sortModels(MODELS, order));
  });
});

describe('favouritesFirst', () => {
  it('brings favourites to the front and keeps both orders', () => {
    const models = ['a', 'b', 'c', 'd'].map((id) => bareModel(id));
    const sorted = favouritesFirst(models, ['d', 'gone', 'b']);
    expect(sorted.map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  });
});

describe('what is best at any provider', () => {
  it('is the shortest wait and the highest throughput', () => {
    expect(shortestWait(named('extractive'))).toBe(90);
    expect(highestThroughput(named('extractive'))).toBe(240);
  });

  it('is nothing where nothing is known', () => {
    for (const model of [named('unmeasured-12b'), bareModel('ada/private')]) {
      expect(shortestWait(model)).toBeUndefined();
      expect(highestThroughput(model)).toBeUndefined();
      expect(hasTools(model)).toBe(false);
      expect(isFree(model)).toBe(false);
    }
  });
});
