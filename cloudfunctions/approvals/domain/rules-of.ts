import type { RequestKind } from '../../../typings/contracts/requests';
import { correctionRules } from '../../correction/domain/correction-rules';
import { enteredByHrRules, plainRules } from '../../custom/domain/plain-rules';
import { expenseRules } from '../../expense/domain/expense-rules';
import { fieldRules } from '../../field-punch/domain/field-rules';
import { leaveRules } from '../../leave/domain/leave-rules';
import { overtimeRules } from '../../overtime/domain/overtime-rules';
import { resignationRules } from '../../resignation/domain/resignation-rules';
import { tripRules } from '../../trip/domain/trip-rules';
import type { KindRules } from '../kind/kind-rules';

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
