import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { ACTION_IDS, type ActionId } from '@/utils/actions/action';
import { actionTitle } from '@/utils/actions/action-title';

/** The actions that need nothing but the text, as buttons. `ask` stands with its question. */
export function ActionBar(props: {
  onAction: (action: ActionId) => void;
  /** One has got the focus or the pointer. */
  onPoint: (action: ActionId) => void;
}) {
  return (
    <div class="actions" role="group" aria-label={i18n.t('run.actions')}>
      {ACTION_IDS.map((action, index) =>
        action === 'ask' ? null : (
          <Button
            key={action}

            aria-keyshortcuts={`Alt+${index + 1}`}
            onFocus={() => props.onPoint(action)}
            onPointerEnter={() => props.onPoint(action)}
            onClick={() => props.onAction(action)}
          >
            {actionTitle(action)}
          </Button>
        ),
      )}
    </div>
  );
}
