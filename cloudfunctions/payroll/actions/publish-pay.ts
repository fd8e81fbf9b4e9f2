import { strictObject } from 'valibot';
import type { PayrollContract } from '#contracts/payroll';
import { briefOf } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { month, revision } from '../../shared/inputs';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { findPayRun } from '../data/pay-runs';
import { payRunView } from '../domain/pay-run';
import { refused } from '../services/pay-unit';
import { publishUnit } from '../services/publish-unit';
import { tellSlips } from '../services/tell-slips';

/** Stays below the phone's timeout of ten seconds. */
const UNIT_MS = 5_000;

/**
 * Shows the slips of a locked run to everybody at once, after their contributions are recorded; a large company's run is
 * still locked then, and is published by going on. Then their owners are told. Idempotent.
 * @throws AppError NOT_FOUND, PAY_RUN_REFUSED, VERSION_CONFLICT
 */
export const publishPay = employeeAction<PayrollContract['publishPay']>({
  input: strictObject({ month, rev: revision }),
  allow: can('update', 'Payroll'),
  async run({ input: { month: of, rev }, me, now }) {
    const run = await findPayRun(of);
    if (!run) throw new AppError('NOT_FOUND', { what: 'pay-run' });
    if (run.state === 'published') return payRunView(run, me._id);
    if (run.state !== 'locked') throw refused('not-locked', of);
    const deadline = performance.now() + UNIT_MS;
    const saved = run.rev === rev ? await publishUnit(run, { by: briefOf(me), now, deadline }) : null;
    if (!saved) throw new AppError('VERSION_CONFLICT', { version: (await findPayRun(of))?.rev ?? run.rev });
    // Whoever is not told in time is told by the timer.
    if (saved.state === 'published') await tellSlips(saved, now, deadline);
    return payRunView(saved, me._id);
  },
});
