import type { Flow } from '#contracts/flow';
import { bilingual, flow, shippedType, step } from '../request-types/rules-shipped';

/**
 * Who decides about these people: anybody else of payroll. Nobody can change this, since whoever changed it would choose who
 * sees pay.
 */
export const flowAbout = (employeeIds: readonly string[]): Flow => ({
  ...flow([
    step('payroll', bilingual('另一位薪酬负责人', 'Another payroll officer'), {
      by: 'role',
      role: 'payroll',
      except: employeeIds,
    }),
  ]),
  escalateAfterHours: 0,
  isStrict: true,
});

/** A hundred people, each with twenty items of their own. */
const MOST = 120_000;

export const salaryChangeType = shippedType(
  'salary-change',
  bilingual('调薪', 'Salary change'),
  [
    {
      ...{ id: 'changes', kind: 'text', label: bilingual('薪资', 'Salaries'), required: true },
      ...{ most: MOST, private: true },
    },
  ],
  flowAbout([]),
);
