import type { PayStep } from '#contracts/pay';
import type { PayAnswer, PayDispute, Payslip } from '#contracts/payslips';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import { dayOf, dayText, instantText, monthText } from '../../../../utils/dates';
import { dueText } from '../../due-text';
import { sectionName, stepName } from '../../step-text';
import { changeText } from './change.view';
import { compositionChart } from './composition.view';
import { rowsOf } from './rows.view';
import type { SlipModel } from './slip.model';
import { canDoubt, placedSteps } from './slip.model';

/** The slip of one month: what is paid out first, then every line, each of which opens to how it was worked out. */
export function slipView(model: SlipModel, t: Words) {
  const { data, failure, isLocked, busy, line } = model;
  return {
    mode: isLocked ? 'locked' : data ? 'ready' : failure ? 'error' : 'loading',
    error: failure && !isLocked ? errorText(failure, t) : '',
    busy,
    ...(data && !isLocked ? bodyOf(model, data, t) : NOTHING),
    sheet: {
      isOpen: line !== '',
      subject: line,
      title: line !== '' && data ? t.t('slip.doubtTitle', { line: lineName(data, line, t) }) : '',
    },
    text: {
      loadFailed: t.t('slip.loadFailed'),
      retry: t.t('common.retry'),
      net: t.t('slip.net'),
      employer: t.t('slip.employer'),
      employerNote: t.t('slip.employerNote'),
      disputes: t.t('slip.disputes'),
      composition: t.t('slip.composition'),
      doubt: t.t('slip.doubt'),
      report: t.t('slip.report'),
      doubtPlaceholder: t.t('slip.doubtPlaceholder'),
      send: t.t('slip.doubtSend'),
      cancel: t.t('common.cancel'),
      proof: t.t('titles.payProof'),
      readers: t.t('titles.dataReaders'),
      confirm: t.t('slip.confirm'),
    },
  };
}

/** Characters of an amount that stand in one line in the largest letters. */
const SHORT = 12;

const NOTHING = {
  period: '',
  net: '',
  isLong: false,
  paidOn: '',
  change: '',
  state: '',
  tone: 'info',
  chart: null as ReturnType<typeof compositionChart>,
  sections: [] as readonly ReturnType<typeof sectionOf>[],
  employer: null as ReturnType<typeof sectionOf> | null,
  counted: '',
  disputes: [] as readonly ReturnType<typeof disputeOf>[],
  canConfirm: false,
  hasLinks: false,
  hint: '',
  doubtNote: '',
};

function bodyOf(model: SlipModel, data: Payslip, t: Words): typeof NOTHING {
  const { net, employer, state, counted } = data;
  return {
    period: monthText(data.month, t),
    ...{ net: moneyText(net.amount), isLong: moneyText(net.amount).length > SHORT },
    paidOn: t.t('slip.paidOn', { day: dayText(data.paidOn, t) }),
    change: changeText(data, t),
    state: state === 'read' || state === 'new' ? '' : t.t(`slip.states.${state}`),
    tone: state === 'confirmed' ? 'ok' : 'warn',
    chart: compositionChart(data, t),
    sections: sectionsOf(net.parts, model, t),
    employer: employer.parts.length > 0 ? sectionOf('employer', employer, model, t) : null,
    counted:
      counted.length > 0
        ? t.t('slip.counted', {
            months: counted.map((month) => monthText(month, t)).join(t.t('common.separator')),
          })
        : '',
    disputes: data.disputes.map((each) => disputeOf(each, data, model, t)),
    canConfirm: data.openUntil === null && (state === 'read' || state === 'new'),
    hasLinks: data.openUntil === null,
    hint: hintOf(model, data, t),
    doubtNote: canDoubt(model) ? t.t('slip.doubtNote') : '',
  };
}

function hintOf(model: SlipModel, { openUntil, disputeUntil }: Payslip, t: Words): string {
  if (openUntil) return t.t('slip.openUntil', { day: dayText(openUntil, t) });
  return disputeUntil && canDoubt(model)
    ? t.t('slip.until', { day: dayText(disputeUntil, t) })
    : t.t('slip.over');
}

const isTax = ({ id }: Pick<PayStep, 'id'>): boolean => id.startsWith('tax');

/** A section for each part of the net; the taxes on wages, on a bonus and on severance stand in one. */
function sectionsOf(parts: readonly PayStep[], model: SlipModel, t: Words) {
  const taxes = parts.filter(isTax);
  const taxed = taxes.reduce((sum, { amount }) => sum + amount, 0);
  return parts
    .filter((part) => !isTax(part) || part === taxes[0])
    .map((part) => {
      const section = sectionOf(part.id, part, model, t);
      if (!isTax(part)) return section;
      return {
        ...section,
        amount: moneyText(taxed),
        rows: taxes.flatMap((tax) => rowsOf(tax.id, tax, model, t)),
      };
    });
}

const sectionOf = (id: string, step: Payslip['net'], model: SlipModel, t: Words) => ({
  id,
  name: id === 'employer' ? '' : sectionName(step, t),
  isTax: isTax({ id }),
  amount: moneyText(step.amount),
  rows: rowsOf(id, step, model, t),
});

const disputeOf = (
  { id, line, text, answerBy, answer }: PayDispute,
  data: Payslip,
  model: SlipModel,
  t: Words,
) => ({
  id,
  line: lineName(data, line, t),
  text,
  state: answer ? t.t('slip.answered') : dueText(answerBy, model.today, t),
  tone: answer ? 'ok' : 'warn',
  answer: answer
    ? t.t('slip.answer', {
        by: personName(answer.by, t),
        time: instantText(answer.at, model.utcOffset, t),
        text: answer.text,
      })
    : '',
  difference: answer ? differenceText(answer, data, model, t) : '',
});

/** What becomes of the difference. An answer from before that was kept says so only to who is still paid. */
function differenceText(
  { difference, paidBy, settled }: PayAnswer,
  { openUntil }: Payslip,
  { utcOffset }: SlipModel,
  t: Words,
): string {
  if (difference === 0) return t.t('slip.noDifference');
  const amount = moneyText(difference);
  if (settled?.run) return t.t('slip.differencePaid', { amount, month: monthText(settled.run, t) });
  if (settled)
    return t.t('slip.differenceSettled', { amount, day: dayText(dayOf(settled.at, utcOffset), t) });
  if (paidBy === 'apart') return t.t('slip.differenceApart', { amount });
  return t.t(paidBy === undefined && openUntil !== null ? 'slip.differenceOnly' : 'slip.difference', {
    amount,
  });
}

/** The name of a line by its path. */
function lineName(data: Payslip, path: string, t: Words): string {
  const found = [...placedSteps(data.net), ...placedSteps(data.employer, 'employer')].find(
    (each) => each.path === path,
  );
  return found ? stepName(found.step, t) : path;
}
