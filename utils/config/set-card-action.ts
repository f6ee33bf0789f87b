import type { ActionId } from '@/utils/actions/action';
import { settingsItem } from '@/utils/storage/items';
import { answerPlaces } from './configuration';

/** Sets whether the answers of an action appear by the selection. Those of the others stay where they are. */
export async function setCardAction(action: ActionId, isCard: boolean): Promise<void> {
  await settingsItem.update((settings) => {
    const others = answerPlaces(settings).cardActions.filter((other) => other !== action);
    return { ...settings, cardActions: isCard ? [...others, action] : others };
  });
}
