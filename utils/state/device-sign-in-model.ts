import { signal, type ReadonlySignal } from '@preact/signals';
import type { UserCode } from '@/utils/account/user-code';
import type { CompanionError } from '@/utils/errors/companion-error';
import { openDeviceSignIn } from '@/utils/messaging/device-sign-in-client';

/** Where a sign-in with a code stands. */
export type DeviceSignInState =
  | { kind: 'idle' }
  | { kind: 'asking' }
  | ({ kind: 'code' } & UserCode)
  | { kind: 'failed'; error: CompanionError }
  | { kind: 'signed-in' };

/** A sign-in with a code as a view shows it; it goes on only while the view is there. */
export interface DeviceSignInModel {
  state: ReadonlySignal<DeviceSignInState>;
  /** Asks for a code, a new one if need be. Does nothing while one is asked for or shown. */
  start(): void;
  /** Gives it up, if it is under way. */
  cancel(): void;
}

/** Makes the model; nothing is asked of the background before `start`. */
export function createDeviceSignInModel(): DeviceSignInModel {
  const state = signal<DeviceSignInState>({ kind: 'idle' });
  let end = () => {};
  const isUnderWay = () => state.value.kind === 'asking' || state.value.kind === 'code';
  return {
    state,
    start: () => {
      if (isUnderWay()) return;
      state.value = { kind: 'asking' };
      end = openDeviceSignIn(
        (event) => {
          state.value = event;
        },
        () => {
          state.value = { kind: 'failed', error: { kind: 'sign-in-interrupted' } };
        },
      );
    },
    cancel: () => {
      if (!isUnderWay()) return;
      end();
      state.value = { kind: 'idle' };
    },
  };
}
