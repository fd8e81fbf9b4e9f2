import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { findHolders } from '../../people/public';
import { dayOf } from '../../shared/calendar/company-time';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { MAX_RECIPIENTS, notify } from '../../shared/outbox/outbox';
import { appealed } from '../domain/result';
import { appealText, cycleId } from '../inputs/result';
import { changeOwnResult } from '../services/change-own-result';
import { decidersIn, lineAbove } from '../services/line-above';

/**
 * Asks to have the own result looked at again, until the last day for it. HR and those above the direct manager are told
 * that there is an appeal, not what it says. Idempotent: told by one id.
 * @throws AppError NOT_FOUND, APPEAL_REFUSED, APPEAL_TOO_LATE, BUSY
 */
export const appealResult = employeeAction<AppraisalResultsContract['appeal']>({
  input: strictObject({ cycleId, text: appealText }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ text }) => [text],
  async run({ input, me, now }) {
    const appealTo = decidersIn(await lineAbove(me._id, now));
    const { cycle, result } = await changeOwnResult(input.cycleId, me, now, (before) => ({
      result: appealed(before, input.text, dayOf(now), now),
      appeal: { appeal: 'open', appealTo },
    }));
    const hr = (await findHolders('hr', now)).map(({ _id }) => _id);
    const to = [...new Set([...appealTo.slice(0, 1), ...hr])].filter((id) => id !== me._id);
    await notify({
      _id: `appeal:${cycle._id}:${me._id}:${result.appeals.length}`,
      event: 'appraisal.appealed',
      to: to.slice(0, MAX_RECIPIENTS),
      data: { title: cycle.title, person: { 'zh-CN': me.name, en: me.nameEn || me.name } },
      aboutId: cycle._id,
      at: result.appeals.at(-1)?.at ?? now,
      template: 'waiting',
    });
    return { rev: result.rev };
  },
});
