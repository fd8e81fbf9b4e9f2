import { strictObject } from 'valibot';
import type { ReviewsContract } from '#contracts/reviews';
import { employeeId, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { cycleId, peerIds } from '../inputs/review';
import { changePeers } from '../services/change-peers';

/** The manager or HR says who is asked; afterwards nobody is taken away. See `changePeers`. */
export const confirmPeers = employeeAction<ReviewsContract['confirmPeers']>({
  input: strictObject({ cycleId, employeeId, rev: version, peerIds }),
  allow: can('update', 'OwnAppraisal'),
  run: ({ input, me, now }) => changePeers(input, 'confirmer', me, now),
});
