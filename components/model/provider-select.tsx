import { i18n } from '#i18n';
import type { ChatModel } from '@/utils/models/chat-model';
import { isProviderPolicy, type ProviderPolicy } from '@/utils/models/provider-policy';
import { isNamed } from '@/utils/models/provider-suffix';
import { providerFacts } from './model-facts';

/** Who serves a model: a policy of the router, or one of the providers that are live. */
export function ProviderSelect(props: {
  model: ChatModel;
  /** As chosen; absent means the cheapest. */
  provider: string | undefined;
  /** Whether only some providers may serve. */
  isLimited: boolean;
  label: string;
  onChoose: (provider: string) => void;
}) {
  const { provider = 'cheapest', isLimited } = props;
  const { providers = [] } = props.model;
  const isMissing =
    !isProviderPolicy(provider) && !providers.some(({ name }) => isNamed(name, [provider]));
  return (
    <select
      aria-label={props.label}
      value={provider}
      onChange={({ currentTarget }) => props.onChoose(currentTarget.value)}
    >
      {(['cheapest', 'fastest', 'preferred'] as const).map((policy) => (
        // Which of several comes first in the person's order is known at Hugging Face alone.
        <option key={policy} value={policy} disabled={policy === 'preferred' && isLimited}>
          {policyName(policy, isLimited)}
        </option>
      ))}
      {isMissing && <option value={provider}>{i18n.t('model.notLive', { provider })}</option>}
      {providers.map((each) => (
        <option key={each.name} value={each.name}>
          {providerFacts(each)}
        </option>
      ))}
    </select>
  );
}

function policyName(policy: ProviderPolicy, isLimited: boolean): string {
  switch (policy) {
    case 'cheapest':
      return i18n.t('model.cheapest');
    case 'fastest':
      return i18n.t('model.fastest');
    case 'preferred':
      return isLimited ? i18n.t('model.preferredNot') : i18n.t('model.preferred');
  }
}
