import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cycleId, peerIds } from '../inputs/review';
import { changePeers } from '../services/change-peers';

/** A person chooses peers, or others until the manager has confirmed. See `changePeers`. */
export const choosePeers = employeeAction<ReviewsContract['choosePeers']>({
  input: strictObject({ cycleId, rev: version, peerIds }),
  allow: can('update', 'OwnAppraisal'),
  run: ({ input, me, now }) => changePeers({ ...input, employeeId: me._id }, 'self', me, now),
});
