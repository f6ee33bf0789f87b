import type { RunSnapshot } from '@/utils/runs/run';
import { EarlierTurn } from './earlier-turn';
import { RunView, type RunViewProps } from './run-view';

interface ConversationProps extends Omit<RunViewProps, 'isFollowUp'> {
  /** The turns before, the first first. */
  earlier: readonly RunSnapshot[];
}

/** A conversation: its newest run, with what came before it above. */
export function Conversation(props: ConversationProps) {
  const { earlier, ...newest } = props;
  return (
    <>
      {earlier.map((turn, index) => (
        <EarlierTurn key={turn.id} run={turn} number={index + 1} />
      ))}
      <RunView {...newest} isFollowUp={earlier.length > 0} />
    </>
  );
}
