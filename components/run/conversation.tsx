import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { PageActions } from '@/components/ui/page-actions';
import type { RunHead, RunSnapshot } from '@/utils/runs/run';
import { EarlierTurn } from './earlier-turn';
import type { RunControls } from './run-controls';
import { RunView } from './run-view';

/** A conversation: its newest run, with what came before it above. */
export function Conversation(props: {
  run: RunHead;
  earlier: readonly RunSnapshot[];
  answer: ReadonlySignal<string>;
  reasoning: ReadonlySignal<string>;
  controls: RunControls;
  gate: ComponentChildren;
  hasQuote: boolean;
  hasFollowUp: boolean;
}) {
  const { earlier, ...newest } = props;
  const actions = useContext(PageActions);
  return (
    <PageActions.Provider value={{ ...actions, useModel: props.controls.onUseModel }}>
      {earlier.map((turn, index) => (
        <EarlierTurn key={turn.id} run={turn} number={index + 1} />
      ))}
      <RunView {...newest} isFollowUp={earlier.length > 0} />
    </PageActions.Provider>
  );
}
