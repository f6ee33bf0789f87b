import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readFrame } from '@/utils/selection/frame/read-frame';

/** Runs in a frame for a moment, when the person has asked for it; the browser hands back what it returns. */
export default defineUnlistedScript(() => readFrame());
