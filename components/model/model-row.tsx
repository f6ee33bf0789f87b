import { useId, useMemo } from 'preact/hooks';
import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { hasTools } from '@/utils/models/browse-models';
import type { ChatModel } from '@/utils/models/chat-model';
import { modelFacts } from './model-facts';

/** A model among all: a star, a button that takes it, and what helps to choose. */
export function ModelRow(props: {
  model: ChatModel;
  isChosen: boolean;
  isRecommended: boolean;
  isFavourite: boolean;
  onChoose: () => void;
  onFavourite: (isFavourite: boolean) => void;
}) {
  const { model, isFavourite } = props;
  const factsId = useId();
  // Most of the time it takes to draw a long list goes into its numbers.
  const facts = useMemo(() => modelFacts(model), [model]);
  const badges = [
    props.isRecommended && i18n.t('model.recommended'),
    model.isPrivate && i18n.t('model.private'),
    model.hasVision && i18n.t('model.vision'),
    hasTools(model) && i18n.t('model.tools'),
    model.isThinking && i18n.t('model.thinking'),
  ].filter((badge) => typeof badge === 'string');
  return (
    <li class="model-row">
      <Button
        kind="quiet"
        class="model-star"
        aria-pressed={isFavourite}
        aria-label={i18n.t('model.favourite', { model: model.id })}
        onClick={() => props.onFavourite(!isFavourite)}
      >
        <span aria-hidden="true">{isFavourite ? '★' : '☆'}</span>
      </Button>
      <div class="model-about">
        <Button
          kind="quiet"
          class="model-take"
          aria-pressed={props.isChosen}
          aria-describedby={factsId}
          onClick={props.onChoose}
        >
          {model.id}
        </Button>
        <p id={factsId} class="hint">
          {badges.map((badge) => (
            <>
              <span class="badge">{badge}</span>{' '}
            </>
          ))}
          {facts}
        </p>
      </div>
    </li>
  );
}
