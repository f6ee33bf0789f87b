import { parseArgs } from 'node:util';
import { readBuildEnvironment } from '../../utils/config/read-build-environment.ts';

/** Where to walk. */
export interface LiveArguments {
  readonly providerOrigin: string;
  readonly routerOrigin: string;
  /** Space-separated. */
  readonly scopes: string;
  /** Whether this is Hugging Face itself: only then the record is one to keep. */
  readonly isLive: boolean;
}

/**
 * Reads the arguments of the command line. The environment of builds plays no part: a walk by
 * mistake through another service would leave a wrong record.
 *
 * @throws Error with one sentence for the person who runs it
 */
export function readArguments(args: readonly string[]): LiveArguments {
  const { provider, router } = parse(args);
  const live = readBuildEnvironment({});
  const { providerOrigin, routerOrigin, scopes } = readOrigins(provider, router);
  const isLive = providerOrigin === live.providerOrigin && routerOrigin === live.routerOrigin;
  return { providerOrigin, routerOrigin, scopes, isLive };
}

function parse(args: readonly string[]) {
  const options = { provider: { type: 'string' }, router: { type: 'string' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (cause) {
    const [sentence = ''] = cause instanceof Error ? cause.message.split(/\. |\n/) : [];
    throw new Error(`${sentence}. Known are --provider and --router.`, { cause });
  }
}

/** The rules for origins are those of builds; only the names differ. */
function readOrigins(provider: string | undefined, router: string | undefined) {
  try {
    return readBuildEnvironment({ OPENID_PROVIDER_URL: provider, INFERENCE_ROUTER_URL: router });
  } catch (cause) {
    const sentence = cause instanceof Error ? cause.message : '';
    throw new Error(
      sentence
        .replace('OPENID_PROVIDER_URL', '--provider')
        .replace('INFERENCE_ROUTER_URL', '--router'),
      { cause },
    );
  }
}
