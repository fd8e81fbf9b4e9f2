import { array, maxLength, minLength, pipe, regex, strictObject, string } from 'valibot';
import type { FollowOnContracts } from '#contracts/follow-on';
import { functionAction } from '../../shared/kernel/action';
import { MAX_FOLLOW_ONS } from '../../shared/outbox/outbox';
import { findSavedChanges } from '../data/saved-changes';
import { applyChange } from '../services/apply-change';

/** How long one call works, ms; the timer goes on. */
const MAX_WORK_MS = 40_000;

const changeId = pipe(string(), regex(/^[A-Za-z0-9_:-]{1,120}$/));

/** Works off changes that were just saved. Idempotent. */
export const applyChanges = functionAction<FollowOnContracts['requests']['applyChanges']>({
  input: strictObject({ changeIds: pipe(array(changeId), minLength(1), maxLength(MAX_FOLLOW_ONS)) }),
  async run({ input: { changeIds }, now }) {
    const deadline = performance.now() + MAX_WORK_MS;
    let requests = 0;
    for (const change of await findSavedChanges(changeIds))
      requests += await applyChange(change, now, deadline);
    return { requests };
  },
});
