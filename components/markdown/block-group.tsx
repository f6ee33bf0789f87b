import type { Token } from 'marked';
import { Component } from 'preact';
import { MemoBlock } from './block';
import type { MarkdownLabels } from './markdown-labels';

interface BlockGroupProps {
  readonly tokens: readonly Token[];
  readonly labels: MarkdownLabels;
}

/**
 * Blocks that stand next to each other, looked at one by one only when one of them is another object. In
 * a long answer that streams only the last group is: to look at each block in each frame would cost more
 * the longer the answer is.
 */
export class BlockGroup extends Component<BlockGroupProps> {
  override shouldComponentUpdate({ tokens, labels }: BlockGroupProps): boolean {
    const before = this.props;
    const isSame =
      tokens.length === before.tokens.length &&
      tokens.every((token, index) => token === before.tokens[index]);
    return !isSame || labels !== before.labels;
  }

  override render() {
    const { tokens, labels } = this.props;
    return tokens.map((token, index) => <MemoBlock key={index} token={token} labels={labels} />);
  }
}
