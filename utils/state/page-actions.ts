import { request } from '@/utils/messaging/request-client';
import { requestHostAccess } from '@/utils/surfaces/host-access';

/** What components deep inside a page can have done, whatever run it shows. */
export function pageActions() {
  return {
    allowHosts: requestHostAccess,
    /** Most pages never ask. */
    readBuiltInState: async () => {
      const module = await import('@/utils/built-in/language-model');
      return await module.readBuiltInState();
    },
    /** The sign-in tells its own end. */
    grantScope: (scope: string) => void request('session.set-scope', { scope, isOn: true }),
  };
}
