import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { NOTHING_READ, wholeSentences } from '@/utils/text/whole-sentences';

/** More often, and a screen reader would begin anew before it has ended. Milliseconds. */
const PAUSE_MS = 700;

/** Tells screen readers the answer as it grows: politely, by whole sentences, each once. */
export function AnnouncedAnswer(props: {
  answer: ReadonlySignal<string>;
  isBusy: boolean;
  /** What was there when the person came to it, in characters: it is read, not told. */
  known: number;
}) {
  const { answer, isBusy, known } = props;
  const told = useSignal({ count: 0, words: '' });
  const read = useRef(NOTHING_READ);
  const tell = (text: string, isEnded: boolean) => {
    const next = wholeSentences(text, read.current, isEnded, i18n.t('run.codeSaid'));
    read.current = next.read;
    return next.sentences.join(' ');
  };
  const tellNew = (isEnded: boolean) => {
    const words = tell(answer.peek(), isEnded);
    if (words !== '') told.value = { count: told.peek().count + 1, words };
  };
  useEffect(() => {
    tell(answer.peek().slice(0, known), !isBusy);
  }, []);
  useEffect(() => {
    if (!isBusy) {
      tellNew(true);
      return;
    }
    const timer = setInterval(() => tellNew(false), PAUSE_MS);
    return () => clearInterval(timer);
  }, [isBusy]);
  return (
    <div class="unseen" aria-live="polite">
      {/* Another element each time: the same words can come twice. */}
      <p key={told.value.count}>{told.value.words}</p>
    </div>
  );
}
