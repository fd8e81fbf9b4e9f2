import { strictObject } from 'valibot';
import type { RequestsContract } from '#contracts/requests';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import type { TodaySource } from '../../shared/todos/today-source';
import { findOwn } from '../data/requests';
import { cursor } from '../inputs/request';
import { loadPage } from '../services/list-page';
import { todosBeside } from '../services/todos-beside';

/** The caller's own requests, newest first; with the first page what else there is by `beside`. Three reads on a warm instance. */
export const listOwn = (beside: TodaySource<null>) =>
  employeeAction<RequestsContract['mine']>({
    input: strictObject({ cursor }),
    allow: can('read', 'OwnRequests'),
    async run({ input, me, now }) {
      const [page, office] = await Promise.all([
        loadPage({ ...input, me, now }, 'submittedAt', (after, limit) => findOwn(me._id, after, limit)),
        input.cursor === undefined ? todosBeside(beside, me, now) : [],
      ]);
      return { ...page, office };
    },
  });
