import { i18n } from '#i18n';
import { Conversation } from '@/components/run/conversation';
import { precededBy } from '@/components/run/run-controls';
import { Note } from '@/components/ui/notice';
import type { useRequestFailure } from '@/components/ui/use-request-failure';
import type { RunHead } from '@/utils/runs/run';
import { createRunControls } from '@/utils/state/run-controls';
import type { RunModel } from '@/utils/state/run-model';

/** The run of the window, below what starts the next. */
export function ShownRun(props: {
  run: RunHead;
  runs: RunModel;
  windowId: number;
  failure: ReturnType<typeof useRequestFailure>;
  text: string;
  takesFocus: boolean;
}) {
  const { run, runs, failure } = props;
  const controls = precededBy(
    () => failure.show(undefined),
    createRunControls(runs, props.windowId),
  );
  return (
    <Conversation
      run={run}
      earlier={[]}
      answer={runs.answer}
      reasoning={runs.reasoning}
      controls={controls}
      // Who sees this is signed in: a held run goes on by itself, a failed one by Try again.
      gate={run.state.kind === 'held' && <Note>{i18n.t('run.holdSignIn')}</Note>}
      hasQuote={run.quote !== props.text}
      hasFollowUp={false}
      takesFocus={props.takesFocus}
    />
  );
}
