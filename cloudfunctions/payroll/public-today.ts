import type { Month } from '#contracts/common';
import { settlements } from '../settlement/public-today';
import { addMonths, dayOf, monthOf } from '../shared/calendar/company-time';
import { abilityOf } from '../shared/kernel/policy';
import type { TodaySource } from '../shared/todos/today-source';
import { countedTodo, MAX_TODO_COUNT } from '../shared/todos/todo-source';
import { runs } from './data/pay-runs';
import { payslips } from './data/payslips';
import { slipId } from './domain/stored-slip';
import { type RunOnToday, runTodos, type SlipOnToday, slipTodos } from './domain/today-pay';

/** Months before this one whose slips can still be confirmed or disputed. */
const MONTHS_BACK = 3;

const SLIP = ['month', 'hasOpenDispute', 'confirmedVersion', 'hasNewAnswer'];
const RUN = ['state', 'version', 'publishedAt', 'telling.confirmUntil'];
/** With all who do not lock it, so that it is asked of somebody who may. */
const KEPT = ['calculatedBy', 'itemsChanged', 'oneOffBy', 'basesBy', 'ratesBy'];
const OFFICER_RUN = [...RUN, ...KEPT, 'blockers', 'history.kind'];

/**
 * Own payslips to confirm, answers to read; for payroll the disputes of others and the steps of month-end. Nothing that is read
 * here is encrypted or an amount.
 */
export const payrollToday: TodaySource<null> = {
  joins(me, now) {
    const month = monthOf(dayOf(now));
    const months: Month[] = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(month, -1 - back));
    const isOfficer = abilityOf(me).can('decide', 'Payroll');
    return {
      ownSlips: {
        ...{ from: payslips, field: '_id', values: months.map((each) => slipId(me._id, each)) },
        ...{ fields: SLIP, max: months.length },
      },
      payRuns: {
        ...{ from: runs, field: '_id', values: months, max: months.length },
        fields: isOfficer ? OFFICER_RUN : RUN,
      },
      ...(isOfficer && {
        paySettlements: {
          ...{ from: settlements, field: '_id', values: months, fields: ['state'], max: months.length },
        },
        payDisputes: {
          ...{ from: payslips, field: 'hasOpenDispute', values: [true] },
          ...{ fields: ['employeeId'], max: MAX_TODO_COUNT },
        },
      }),
    };
  },

  read(joined, now, me) {
    const of = <T>(name: string) => (joined[name] ?? []) as unknown as T[];
    const found = of<RunOnToday>('payRuns');
    const mine = slipTodos(of<SlipOnToday>('ownSlips'), found, dayOf(now));
    if (!abilityOf(me).can('decide', 'Payroll')) return { part: null, todos: mine };
    const disputes = of<{ readonly employeeId: string }>('payDisputes');
    const locked = of<{ readonly _id: string; readonly state: string }>('paySettlements')
      .filter(({ state }) => state === 'locked')
      .map(({ _id }) => _id);
    return {
      part: null,
      todos: [
        ...countedTodo('pay-disputes', disputes.filter(({ employeeId }) => employeeId !== me._id).length),
        ...runTodos(found, locked, me._id, now),
        ...mine,
      ],
    };
  },
};
