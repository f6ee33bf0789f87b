import type { Access } from './access.ts';
import type { Model } from './model-catalogue.ts';
import { MODELS } from './models.ts';
import { PRIVATE_MODELS } from './private-models.ts';

/** A model with the question of who may see it. */
export interface Repository {
  readonly model: Model;
  readonly isPrivate: boolean;
}

/** The scopes that open a person's private repositories (Hugging Face OAuth docs). */
const READING_SCOPES: readonly string[] = ['read-repos', 'write-repos', 'manage-repos'];

/** All models of the local Hub. */
export const REPOSITORIES: readonly Repository[] = [
  ...MODELS.map((model) => ({ model, isPrivate: false })),
  ...PRIVATE_MODELS.map((model) => ({ model, isPrivate: true })),
];

/** The part of an id before the slash: a person or an organization. */
export function ownerOf({ id }: Model): string {
  return id.split('/')[0] ?? '';
}

/** Whether a request may see the repository; without access it may see what is public. */
export function mayRead({ model, isPrivate }: Repository, access?: Access): boolean {
  if (!isPrivate) return true;
  if (access?.kind !== 'granted') return false;
  const { person, scopes } = access;
  const owners = [person.name, ...person.orgs.map(({ name }) => name)];
  return owners.includes(ownerOf(model)) && READING_SCOPES.some((scope) => scopes.has(scope));
}
