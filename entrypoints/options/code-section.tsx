import { useMemo } from 'preact/hooks';
import { DeviceSignIn } from '@/components/account/device-sign-in';
import type { AppModel } from '@/utils/state/app-model';
import { createDeviceSignInModel } from '@/utils/state/device-sign-in-model';

/** The sign-in with a code. It lasts as long as this shows. */
export function CodeSection({ app }: { app: AppModel }) {
  const model = useMemo(createDeviceSignInModel, []);
  return (
    <div id="code">
      <DeviceSignIn
        model={model}
        billingOrganization={app.configuration.value.billingOrganization}
      />
    </div>
  );
}
