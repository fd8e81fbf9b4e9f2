import type { Day } from '../../../../typings/contracts/common';
import type {
  FormField,
  FormPlan,
  FormValue,
  FormValues,
  LeaveBalance,
  Period,
  RequestType,
} from '../../../../typings/contracts/requests';

const HOUR = 60;
/** The field of a leave form that names the kind of leave. */
const LEAVE_TYPE = 'leaveType';

/** Kinds of leave, what the person takes most first, then what they have something of. */
export function leaveByUse(balances: readonly LeaveBalance[]): LeaveBalance[] {
  const has = ({ left }: LeaveBalance) => (left > 0 ? 0 : 1);
  const taken = ({ used, held }: LeaveBalance) => used + held;
  return [...balances].sort((a, b) => taken(b) - taken(a) || has(a) - has(b));
}

type Form = Pick<RequestType, 'kind' | 'form'>;

/**
 * Values that most people mean, so that the shortest request takes few taps. `balances` are in the order of their
 * use. The lines of tables are begun on the phone.
 */
export function firstValues(
  type: Form,
  balances: readonly LeaveBalance[],
  plan: FormPlan,
  today: Day,
): FormValues {
  const values = type.form.flatMap((field) => {
    const value =
      field.kind === 'period' ? firstPeriod(type, plan, today) : firstChoice(field, type, balances);
    return value === undefined ? [] : [[field.id, value] as const];
  });
  return Object.fromEntries(values);
}

function firstChoice(
  { id, kind, required, options }: FormField,
  type: Form,
  balances: readonly LeaveBalance[],
): FormValue | undefined {
  if (kind !== 'choice' || !required) return undefined;
  return type.kind === 'leave' && id === LEAVE_TYPE ? balances[0]?.type.id : options?.[0]?.id;
}

/** Overtime: two hours after work. Everything else: the next day of work. */
function firstPeriod({ kind }: Form, { today: hours, next }: FormPlan, today: Day): Period {
  if (kind !== 'overtime') return { unit: 'day', from: next.day, to: next.day };
  const start = (hours?.end ?? 9 * HOUR) % (24 * HOUR);
  return { unit: 'hour', from: today, start, end: start + 2 * HOUR };
}
