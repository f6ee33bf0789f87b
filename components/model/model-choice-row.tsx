import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import type { ChatModel } from '@/utils/models/chat-model';
import { servedBy } from '@/utils/models/served-by';
import { servingFacts } from './model-facts';
import { ProviderSelect } from './provider-select';

/** The model for one action, or for all without one of their own. */
export function ModelChoiceRow(props: {
  title: string;
  /** The one that is used; `undefined` until the list is known. */
  model: ChatModel | undefined;
  /** Who serves it, as chosen. */
  provider: string | undefined;
  /** Name of the own endpoint that serves it, if one does. */
  place: string | undefined;
  /** The only providers that may serve. */
  allowed: readonly string[] | undefined;
  /** Whether it was chosen here. */
  isOwn: boolean;
  /** Whether who serves it can be chosen here. */
  hasProvider: boolean;
  /** What is used where nothing was chosen here, in words. */
  otherwise: string;
  /** What takes the choice back, in words. */
  reset: string;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
  onProvider: (provider: string) => void;
  onReset: () => void;
  /** All models, while it is open. */
  children: ComponentChildren;
}) {
  const { title, model, provider, allowed, isOwn, isOpen } = props;
  const titleId = useId();
  const change = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    // What had the focus is gone.
    if (wasOpen.current && !isOpen) change.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const isOrderLost = provider === 'preferred' && allowed !== undefined;
  return (
    <li class="model-choice" aria-labelledby={titleId}>
      <div class="model-choice-head">
        <h3 id={titleId}>{title}</h3>
        <div class="row">
          {isOwn && (
            <Button
              kind="quiet"
              aria-label={i18n.t('model.resetFor', { reset: props.reset, title })}
              onClick={() => {
                props.onReset();
                // This button goes.
                change.current?.focus();
              }}
            >
              {props.reset}
            </Button>
          )}
          <Button
            ref={change}
            aria-expanded={isOpen}
            aria-label={i18n.t('model.changeFor', { title })}
            onClick={() => props.onOpen(!isOpen)}
          >
            {i18n.t('model.change')}
          </Button>
        </div>
      </div>
      <p>
        <span class="model-id">{model?.id}</span>{' '}
        {props.place !== undefined && (
          <span class="hint">{`${i18n.t('endpoint.at', { name: props.place })} `}</span>
        )}
        {!isOwn && <span class="hint">{props.otherwise}</span>}
      </p>
      {props.hasProvider && model && (
        <>
          <ProviderSelect
            model={model}
            provider={provider}
            isLimited={allowed !== undefined}
            label={i18n.t('model.providerFor', { title })}
            onChoose={props.onProvider}
          />
          <p class="hint">
            {servingFacts(servedBy(model, provider, allowed))}
            {isOrderLost && ` ${i18n.t('model.orderLost')}`}
          </p>
        </>
      )}
      {isOpen && props.children}
    </li>
  );
}
