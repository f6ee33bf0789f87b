import { messagesOf } from '@/utils/actions/messages';
import { plainSentText } from '@/utils/actions/sent-text';
import { estimateTokens } from '@/utils/models/estimate-tokens';
import type { Run, SentRequest } from './run';

/** Says to the letter what was sent for a run, after these turns; of one that was gone on with, the last. */
export function describeSent(run: Run, earlier: readonly Run[]): SentRequest {
  const messages = messagesOf(run, earlier);
  const contents = messages.map(({ content }) => content);
  return {
    messages,
    characters: contents.reduce((sum, content) => sum + content.length, 0),
    tokens: contents.reduce((sum, content) => sum + estimateTokens(content), 0),
    text: plainSentText(earlier[0] ?? run),
    isMasked: run.brief?.isMasked ?? false,
  };
}
