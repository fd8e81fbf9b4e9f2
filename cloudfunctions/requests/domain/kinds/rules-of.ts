import type { RequestKind } from '../../../../typings/contracts/requests';
import { correctionRules } from './correction-rules';
import { expenseRules } from './expense-rules';
import { fieldRules } from './field-rules';
import type { KindRules } from './kind-rules';
import { leaveRules } from './leave-rules';
import { overtimeRules } from './overtime-rules';
import { enteredByHrRules, plainRules } from './plain-kinds';
import { resignationRules } from './resignation-rules';
import { tripRules } from './trip-rules';

/** The rules of every kind of request. */
const RULES: Readonly<Record<RequestKind, KindRules>> = {
  leave: leaveRules,
  overtime: overtimeRules,
  correction: correctionRules,
  trip: tripRules,
  field: fieldRules,
  expense: expenseRules,
  resignation: resignationRules,
  onboarding: enteredByHrRules,
  profile: enteredByHrRules,
  custom: plainRules,
};

export const rulesOf = (kind: RequestKind): KindRules => RULES[kind];
