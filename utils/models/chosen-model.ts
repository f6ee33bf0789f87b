import type { ChatModel } from './chat-model';
import { defaultModel } from './default-model';
import { isThinkingName } from './thinking-name';

/**
 * The model that runs use: the person's choice, also when the list no longer has it (the router then
 * says why), else the default.
 */
export function chosenModel(
  models: readonly ChatModel[],
  choice: string | undefined,
): ChatModel | undefined {
  if (choice === undefined) return defaultModel(models);
  return (
    models.find((model) => model.id === choice) ?? {
      id: choice,
      liveProviders: 0,
      isThinking: isThinkingName(choice),
    }
  );
}
