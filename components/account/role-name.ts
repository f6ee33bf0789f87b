import { i18n } from '#i18n';

/** The roles in an organization (https://huggingface.co/docs/hub/organizations-security). */
const ROLES = ['admin', 'write', 'contributor', 'read'] as const;

/** The word for a role; one that is not known stands for itself. */
export function roleName(role: string): string {
  const known = ROLES.find((each) => each === role);
  return known ? i18n.t(`role.${known}`) : role;
}
