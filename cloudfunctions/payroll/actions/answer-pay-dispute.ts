import { strictObject } from 'valibot';
import type { Fen } from '#contracts/pay';
import type { PayrollContract } from '#contracts/payroll';
import { findEmployee } from '../../people/public';
import { briefOf } from '../../people/rules';
import { recordAccess } from '../../shared/audit/record-access';
import { dayOf } from '../../shared/calendar/company-time';
import { AppError } from '../../shared/errors/app-error';
import { clientKey, employeeId, month, nonEmptyText, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findSlip, saveAnswers } from '../data/payslips';
import { isPaidByRuns } from '../domain/difference-step';
import { lineDifference, paidBy, promisedBefore, withAnswer } from '../domain/dispute';
import { outcomeOf, readPaid } from '../services/pay-page';
import { findPayReach } from '../services/pay-reach';
import { findRunFacts } from '../services/run-facts';
import { tellAnswer } from '../services/tell-payroll';

const MAX_TEXT = 500;

/**
 * Answers a dispute. The line is worked out again from what is stored now, so that whoever was right sees by how much; what is
 * wrong is mended before (attendance, salary, items). The next run pays the difference, or payroll does where no run will, see
 * `paidBy`. Nobody answers their own. That somebody has looked is recorded.
 * @throws AppError NOT_FOUND, FORBIDDEN `own`, PAY_DISPUTE_REFUSED, VERSION_CONFLICT, and what the person's data are refused for
 */
export const answerPayDispute = employeeAction<PayrollContract['answerPayDispute']>({
  input: strictObject({ employeeId, month, rev: revision, id: clientKey, text: nonEmptyText(MAX_TEXT) }),
  allow: can('decide', 'Payroll'),
  texts: ({ text }) => [text],
  async run({ input, me, now }) {
    if (input.employeeId === me._id) throw new AppError('FORBIDDEN', { rule: 'own' });
    const [person, slip, reach] = await Promise.all([
      findEmployee(input.employeeId),
      findSlip(input.employeeId, input.month),
      findPayReach(dayOf(now)),
    ]);
    const asked = slip?.disputes.find(({ id }) => id === input.id);
    if (!person || !slip || !asked) throw new AppError('NOT_FOUND', { what: 'dispute' });
    const facts = await findRunFacts(slip.month, slip.paidOn, now);
    const [own] = await readPaid([person], facts, now);
    const outcome = own && outcomeOf(facts, own);
    if (outcome && 'error' in outcome && outcome.error) throw outcome.error;
    if (!outcome || !('content' in outcome))
      throw new AppError('PAY_RUN_REFUSED', { rule: 'blocked', month: slip.month });
    const { id, line } = asked;
    const before = promisedBefore(slip.disputes, { id, line, month: slip.month }, reach);
    const difference = (lineDifference(line, outcome.content, slip.content) - before) as Fen;
    // The difference of a line tells about the pay.
    await recordAccess({
      ...{ what: 'pay-dispute', aboutId: `dispute:${slip._id}:${input.id}`, ownerId: person._id },
      ...{ at: now, readerId: me._id, readerName: me.name },
    });
    const noRun = isPaidByRuns(line, facts) ? {} : { noRun: true as const };
    const how = { paidBy: paidBy({ month: slip.month, line, ...noRun }, person, reach), ...noRun };
    const answer = { text: input.text, at: now, by: briefOf(me), difference, ...(difference !== 0 && how) };
    const disputes = withAnswer(slip.disputes, input.id, answer);
    const saved = disputes === slip.disputes ? slip : null;
    const after =
      saved ??
      (slip.rev === input.rev ? await saveAnswers(slip, { ...slip, disputes, hasNewAnswer: true }) : null);
    if (!after) {
      const now = await findSlip(input.employeeId, input.month);
      throw new AppError('VERSION_CONFLICT', { version: now?.rev ?? slip.rev });
    }
    const dispute = after.disputes.find(({ id }) => id === input.id) ?? asked;
    await tellAnswer(person, slip.month, dispute.id, dispute.answer?.at ?? now);
    return { person: briefOf(person), month: slip.month, rev: after.rev, dispute };
  },
});
