import { picklist, strictObject } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { takeVerdict } from '../../shared/files/take-verdict';
import { traceId } from '../../shared/inputs';
import { functionAction } from '../../shared/kernel/action';
import { goalFiles } from '../data/goal-files';
import { hideEvidence } from '../services/hide-evidence';

/**
 * WeChat's answer about a picture of goals: it is pushed to `requests`, which hands on what is about no picture of its own.
 * If it is lost on the way, the timer asks WeChat again. Idempotent.
 */
export const pictureVerdict = functionAction<FollowOnContracts['goals']['pictureVerdict']>({
  input: strictObject({ traceId, suggest: picklist(['pass', 'review', 'risky']) }),
  run: async ({ input, now }) => ({
    isKnown: await takeVerdict([goalFiles.pictures], input, hideEvidence, now),
  }),
});
