import { i18n } from '#i18n';
import { formatCount, formatThousands, formatUsd } from '@/utils/format/numbers';
import { plural } from '@/utils/format/plural';
import { highestThroughput, isFree, shortestWait } from '@/utils/models/browse-models';
import type { ChatModel, LiveProvider, Price } from '@/utils/models/chat-model';
import type { Serving } from '@/utils/models/served-by';

/** What helps to choose a model, in one line. What is not known is left out. */
export function modelFacts(model: ChatModel): string {
  const wait = shortestWait(model);
  const throughput = highestThroughput(model);
  const { price, contextLength, liveProviders } = model;
  return joined(
    liveProviders === 0 && i18n.t('model.unserved'),
    price && (isFree(model) ? i18n.t('model.free') : priceOf({ low: price, high: price })),
    contextOf(contextLength),
    wait !== undefined && i18n.t('model.firstTokenFrom', { milliseconds: formatCount(wait) }),
    throughput !== undefined && plural('model.throughputUpTo', throughput),
    liveProviders > 0 && plural('model.providers', liveProviders),
  );
}

/** What a model costs and takes, as it would be served. */
export function servingFacts({ providers, price, contextLength }: Serving): string {
  const [only, ...others] = providers;
  return joined(
    only && others.length === 0 && i18n.t('model.servedBy', { provider: only.name }),
    price && (price.high.output === 0 ? i18n.t('model.free') : priceOf(price)),
    contextOf(contextLength),
  );
}

/** A provider by its name, and what helps to choose it. */
export function providerFacts(provider: LiveProvider): string {
  const { name, price, tokensPerSecond, firstTokenMs } = provider;
  return joined(
    name,
    price &&
      i18n.t('model.priceShort', {
        input: formatUsd(price.input),
        output: formatUsd(price.output),
      }),
    tokensPerSecond !== undefined && plural('model.throughput', tokensPerSecond),
    firstTokenMs !== undefined &&
      i18n.t('model.firstToken', { milliseconds: formatCount(firstTokenMs) }),
  );
}

function priceOf({ low, high }: { low: Price; high: Price }): string {
  return i18n.t('model.price', {
    input: range(low.input, high.input),
    output: range(low.output, high.output),
  });
}

function range(low: number, high: number): string {
  return low === high ? formatUsd(low) : `${formatUsd(low)}–${formatUsd(high)}`;
}

function contextOf(tokens: number | undefined): string | undefined {
  return tokens === undefined
    ? undefined
    : i18n.t('model.context', { tokens: formatThousands(tokens) });
}

function joined(...facts: (string | false | undefined)[]): string {
  return facts.filter(Boolean).join(' · ');
}
