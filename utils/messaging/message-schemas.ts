import * as v from 'valibot';
import { ACTION_IDS } from '@/utils/actions/action';

const runId = v.pipe(v.string(), v.uuid());
const windowId = v.pipe(v.number(), v.integer());

/** Schema of each request by its kind: what arrives is checked before it is acted on. */
export const requestSchemas = {
  'session.sign-in': v.object({}),
  'session.add-account': v.object({}),
  'session.set-scope': v.object({ scope: v.string(), isOn: v.boolean() }),
  'session.cancel-sign-in': v.object({}),
  'session.switch-account': v.object({ sub: v.string() }),
  'session.sign-out': v.object({ sub: v.string() }),
  'settings.set-client-id': v.object({ clientId: v.string() }),
  'settings.set-scopes': v.object({ scopes: v.string() }),
  'settings.set-answers-in': v.object({ surface: v.picklist(['panel', 'window']) }),
  'settings.know-memory-only': v.object({}),
  'settings.select-model': v.object({ model: v.optional(v.string()) }),
  'models.refresh': v.object({}),
  'run.start': v.object({
    windowId,
    action: v.picklist(ACTION_IDS),
    text: v.string(),
    question: v.optional(v.string()),
  }),
  'run.ask': v.object({ runId, question: v.string() }),
  'run.confirm': v.object({ runId }),
  'run.stop': v.object({ runId }),
  'run.retry': v.object({ runId }),
} as const;

/** The first and only message of a viewer: whose newest run it shows. */
export const attachSchema = v.object({ kind: v.literal('attach'), windowId });
