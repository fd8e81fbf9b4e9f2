import { strictObject } from 'valibot';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { conflict, retryOnConflict } from '../../shared/data/retry-on-conflict';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, numberBetween, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { notify } from '../../shared/outbox/outbox';
import { replaceResult } from '../data/results';
import { redecided } from '../domain/result';
import { appealText, cycleId, grade } from '../inputs/result';
import { loadResult } from '../services/load-result';
import { isCloseToResult, isDecider } from '../services/too-close';

const TRIES = 3;
/** No curve gives more points. */
const MOST_SCORE = 200;

/**
 * Answers an appeal: the result is kept, or becomes a new version with the answer as its reason. By HR or somebody above
 * the direct manager, who has not decided it before; not by the direct manager or a report of the person while somebody else
 * may. Idempotent.
 * @throws AppError NOT_FOUND, APPEAL_REFUSED, CALIBRATION_REFUSED for a grade that the scheme has not, VERSION_CONFLICT
 */
export const decideAppeal = employeeAction<AppraisalResultsContract['decideAppeal']>({
  input: strictObject({
    ...{ cycleId, employeeId, grade, answer: appealText, rev: version },
    shown: numberBetween(0, MOST_SCORE),
  }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ answer }) => [answer],
  async run({ input, me, now }) {
    const { cycle, result } = await retryOnConflict(TRIES, async () => {
      const found = await loadResult(input.cycleId, input.employeeId, me, now);
      const { stored } = found;
      if (!isDecider(found, me) || !stored.result) throw new AppError('NOT_FOUND', { what: 'result' });
      if (await isCloseToResult(found, me, now)) throw new AppError('APPEAL_REFUSED', { rule: 'close' });
      const isKnown = found.cycle.scheme.grades.grades.some(({ id }) => id === input.grade);
      if (!isKnown) throw new AppError('CALIBRATION_REFUSED', { rule: 'grade' });
      const isOpen = stored.appeal === 'open';
      if (isOpen && stored.result.rev !== input.rev)
        throw new AppError('VERSION_CONFLICT', { version: stored.result.rev });
      const after = redecided(stored.result, input, input.answer, { by: me._id, at: now });
      if (after === stored.result) return { cycle: found.cycle, result: after };
      const isSaved = await replaceResult(stored, { result: after, appeal: 'closed', appealTo: [] });
      return isSaved ? { cycle: found.cycle, result: after } : conflict;
    });
    await notify({
      _id: `appeal-answer:${cycle._id}:${input.employeeId}:${result.appeals.length}`,
      event: 'appraisal.answered',
      to: [input.employeeId],
      data: { title: cycle.title },
      aboutId: cycle._id,
      at: result.appeals.at(-1)?.answer?.at ?? now,
      template: 'result',
    });
    return { rev: result.rev };
  },
});
