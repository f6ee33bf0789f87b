import { listModels } from '@huggingface/hub';
import type { PrivateModel } from '@/utils/models/private-model';

/** Of each owner so many, the newest first: a list to choose from, not an inventory. */
const MAXIMUM_PER_OWNER = 200;

/** Tasks of models that answer chats; a private model often names none. */
const CHAT_TASKS = ['text-generation', 'image-text-to-text', undefined];

/**
 * Lists the private chat models of some owners (Hugging Face Hub API, `/api/models`), as far as the
 * token's scope `read-repos` lets them be seen.
 *
 * @param owners user names of the account and its organizations
 * @throws what the library threw when the Hub did not answer with lists
 */
export async function fetchPrivateModels(
  hubUrl: string,
  accessToken: string,
  owners: readonly string[],
): Promise<PrivateModel[]> {
  const lists = await Promise.all(
    owners.map((owner) => privateModelsOf(hubUrl, accessToken, owner)),
  );
  return lists.flat();
}

async function privateModelsOf(
  hubUrl: string,
  accessToken: string,
  owner: string,
): Promise<PrivateModel[]> {
  const found: PrivateModel[] = [];
  const models = listModels({
    search: { owner },
    additionalFields: ['inferenceProviderMapping'],
    sort: 'lastModified',
    limit: MAXIMUM_PER_OWNER,
    hubUrl,
    accessToken,
  });
  for await (const model of models) {
    if (model.private && CHAT_TASKS.includes(model.task)) {
      const live = model.inferenceProviderMapping?.filter(({ status }) => status === 'live');
      found.push({ id: model.name, liveProviders: live?.length ?? 0 });
    }
  }
  return found;
}
