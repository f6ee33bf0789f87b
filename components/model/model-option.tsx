import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { formatThousands, formatUsd } from '@/utils/format/numbers';
import type { ChatModel } from '@/utils/models/chat-model';

/** A model in the list: its id, and what helps to choose. */
export function ModelOption(props: {
  id: string;
  model: ChatModel;
  isActive: boolean;
  isRecommended: boolean;
  isFavourite: boolean;
  onChoose: () => void;
}) {
  const { model, isActive } = props;
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // The keyboard is served by the combobox, which keeps the focus (APG).
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <li
      ref={element}
      id={props.id}
      class="model-option"
      role="option"
      aria-selected={isActive}
      // Not on click: the field would lose the focus first, and with it the list.
      onMouseDown={(event) => {
        event.preventDefault();
        props.onChoose();
      }}
    >
      <span class="model-id">
        {model.id}
        {props.isFavourite && <span aria-label={i18n.t('model.starred')}> ★</span>}
        {model.isPrivate && <span class="badge"> {i18n.t('model.private')}</span>}
        {props.isRecommended && <span class="badge"> {i18n.t('model.recommended')}</span>}
      </span>{' '}
      <span class="hint">{facts(model)}</span>
    </li>
  );
}

function facts({ price, contextLength, liveProviders }: ChatModel): string {
  const isFree = price?.input === 0 && price.output === 0;
  return [
    liveProviders === 0 && i18n.t('model.unserved'),
    isFree && i18n.t('model.free'),
    price &&
      !isFree &&
      i18n.t('model.price', { input: formatUsd(price.input), output: formatUsd(price.output) }),
    contextLength !== undefined &&
      i18n.t('model.context', { tokens: formatThousands(contextLength) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
