import { i18n } from '#i18n';
import { Button } from '@/components/ui/button';
import { pinWords } from '@/utils/surfaces/pin-words';
import { PinDrawing } from '@/components/welcome/pin-drawing';

/** How the toolbar comes to show our button, and whether it does. */
export function PinStep(props: {
  isDone: boolean;
  /** Whether the browser tells by itself that it is done. */
  isSeen: boolean;
  onDone: () => void;
}) {
  if (props.isDone) return <p>{i18n.t('welcome.pinned')}</p>;
  return (
    <>
      <PinDrawing />
      <p>{pinWords()}</p>
      <p class="hint">{i18n.t('welcome.pinWhy')}</p>
      {!props.isSeen && (
        <p class="row">
          <Button onClick={props.onDone}>{i18n.t('welcome.pinDone')}</Button>
        </p>
      )}
    </>
  );
}
