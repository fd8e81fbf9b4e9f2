import type { PeopleContract } from '#contracts/people';
import { newChange, putSavedChange } from '../../consequences/public-change';
import { inTransaction } from '../../shared/data/transaction';
import { AppError } from '../../shared/errors/app-error';
import { changeBy } from '../../shared/history/change-by';
import { withChange } from '../../shared/history/history';
import { employeeAction } from '../../shared/kernel/action';
import { can } from '../../shared/kernel/policy';
import { putEmployee } from '../data/employees';
import { settingValues } from '../domain/employee-change';
import { employeeInput } from '../inputs/employee';
import { type OfRuns, outdatingRuns } from '../services/outdating-runs';
import { planEmployeeChange } from '../services/plan-employee-change';

/**
 * Saves manager, department, assignments and last day of a person. Idempotent: saving the same content again is no
 * conflict. Requests that depend on it follow, see `saved_changes`; runs of payroll that count another last day are worked out
 * again before they are locked.
 * @throws AppError FORBIDDEN for one's own employment and for people with a role that the caller lacks, NOT_FOUND, INPUT_INVALID, PERIOD_INVALID, REPORTING_LOOP, VERSION_CONFLICT, BUSY
 */
export const saveEmployee = (ofRuns: OfRuns) =>
  employeeAction<PeopleContract['saveEmployee']>({
    input: employeeInput,
    allow: can('update', 'Employees'),
    async run({ input: { rev: expected, ...settings }, me, now }) {
      const rev = expected + 1;
      return outdatingRuns(ofRuns, now, (outdate) =>
        inTransaction(async (put) => {
          const { before, after, scope } = await planEmployeeChange(settings, me, now);
          if (before.rev === rev && scope === null) return { rev };
          if (before.rev !== expected) throw new AppError('VERSION_CONFLICT', { version: before.rev });
          if (scope === null) return { rev: expected };
          const change = changeBy(me, now, rev, scope.person?.what ?? []);
          const history = withChange(before.history, { ...change, ...settingValues(before, after) });
          await outdate(before, after);
          await putEmployee(put, { ...after, rev, history });
          await putSavedChange(put, newChange(`person:${before._id}:${rev}`, scope, me._id, now));
          return { rev };
        }),
      );
    },
  });
