import { optional, strictObject } from 'valibot';
import type { AppraisalResult } from '#contracts/appraisal';
import type { AppraisalResultsContract } from '#contracts/appraisal-results';
import { inTransaction, type Put } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { employeeId, numberBetween, version } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { notify } from '../../shared/outbox/outbox';
import { findBoardOf, putBoard } from '../data/boards';
import { putResult } from '../data/results';
import { requireFitting } from '../domain/check-answer';
import { recounted } from '../domain/recounted';
import { latestVersion, redecided } from '../domain/result';
import { appealText, cycleId, grade, reason } from '../inputs/result';
import { loadResult, type ReadableResult } from '../services/load-result';
import { isCloseToResult, isDecider } from '../services/too-close';

/** No scheme gives more points. */
const MOST_SCORE = 200;

/**
 * Answers an appeal: the result is kept, or becomes a new version with the answer as its reason. By HR or somebody above
 * the direct manager, who has not decided it before; not by the direct manager or a report of the person while somebody else
 * may. The board counts what holds now in the same transaction, so that boards and the comparison of groups say what the
 * results say. Idempotent.
 * @throws AppError NOT_FOUND, APPEAL_REFUSED, CALIBRATION_REFUSED for a grade that the scheme has not, VERSION_CONFLICT, BUSY
 */
export const decideAppeal = employeeAction<AppraisalResultsContract['decideAppeal']>({
  input: strictObject({
    ...{ cycleId, employeeId, grade, answer: appealText, rev: version },
    ...{ shown: numberBetween(0, MOST_SCORE), gradeReason: optional(reason) },
  }),
  allow: can('update', 'OwnAppraisal'),
  texts: ({ answer, gradeReason }) => (gradeReason === undefined ? [answer] : [answer, gradeReason]),
  async run({ input, me, now }) {
    const { cycle, result } = await inTransaction(async (put) => {
      const found = await loadResult(input.cycleId, input.employeeId, me, now);
      const { stored } = found;
      if (!isDecider(found, me) || !stored.result) throw new AppError('NOT_FOUND', { what: 'result' });
      if (await isCloseToResult(found, me, now)) throw new AppError('APPEAL_REFUSED', { rule: 'close' });
      if (stored.appeal === 'open') {
        if (stored.result.rev !== input.rev)
          throw new AppError('VERSION_CONFLICT', { version: stored.result.rev });
        requireFitting(stored.result, input, found.cycle.scheme);
      }
      const after = redecided(stored.result, input, { by: me._id, at: now });
      if (after !== stored.result) await saveAnswer(put, found, after);
      return { cycle: found.cycle, result: after };
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

/** The result with its answer, and what its board counts by it. */
async function saveAnswer(
  put: Put,
  { cycle, stored }: ReadableResult,
  result: AppraisalResult,
): Promise<void> {
  const { shown, grade: given } = latestVersion(result);
  const isNew = result.versions.length > (stored.result?.versions.length ?? 0);
  const row = isNew && stored.row ? { ...stored.row, appealed: { shown, grade: given } } : stored.row;
  const rev = stored.rev + 1;
  await putResult(put, { ...stored, row, result, rev, appeal: 'closed', appealTo: [] });
  const board = row === stored.row ? null : await findBoardOf(stored);
  if (board && row) await putBoard(put, recounted(board, stored, row, cycle.to));
}
