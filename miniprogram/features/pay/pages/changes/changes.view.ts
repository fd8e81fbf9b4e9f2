import type { Month } from '#contracts/common';
import type { PayWarning } from '#contracts/pay';
import type { PayChange, PayPreview } from '#contracts/payroll';
import { errorText } from '../../../../locales/error-text';
import { moneyText, personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { dayShort } from '../../../../utils/dates';
import { inputTexts, lineName } from '../../step-text';

/** Lines of one person before the rest is left to their slip. */
const MAX_CHANGES = 4;

export interface ChangesModel {
  readonly month: Month;
  readonly people: readonly PayPreview[] | null;
  readonly next: string | null;
  /** Those with a warning alone. */
  readonly onlyWarned: boolean;
  /** What is to be confirmed about rules is the same every month, and would push the people down. */
  readonly showsRules: boolean;
  readonly isLoadingMore: boolean;
  readonly failure: Failure | null;
}

/** What a run pays differently from the month before, person by person, and what somebody has to look at. */
export function changesView(model: ChangesModel, t: Words) {
  const { people, next, onlyWarned, showsRules, failure, isLoadingMore } = model;
  const rules = rulesOf(people ?? [], t);
  const shown = (people ?? []).filter(({ warnings }) => !onlyWarned || warnings.some(isPersonal));
  return {
    mode: people ? 'ready' : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    onlyWarned,
    hasRules: rules.length > 0,
    showsRules,
    rules: showsRules ? rules : [],
    rows: shown.map((person) => rowOf(person, t)),
    isEmpty: people !== null && shown.length === 0 && next === null,
    hasMore: next !== null,
    isLoadingMore,
    text: {
      loadFailed: t.t('payChanges.loadFailed'),
      retry: t.t('common.retry'),
      all: t.t('payChanges.all'),
      warned: t.t('payChanges.warned'),
      none: t.t('payChanges.none'),
      noneText: t.t('payChanges.noneText'),
      more: t.t('payChanges.more'),
      rules: t.t('payChanges.rules', { count: rules.length }),
    },
  };
}

/** Rules that have ended or that nobody has confirmed are the same for many people. */
const isPersonal = ({ code }: PayWarning): boolean => code !== 'rule-ended' && code !== 'rule-unverified';

/** What is to be confirmed about rules, once for everybody of the list. */
const rulesOf = (people: readonly PayPreview[], t: Words): readonly string[] => [
  ...new Set(
    people.flatMap(({ warnings }) =>
      warnings.filter((each) => !isPersonal(each)).map((each) => warningText(each, t)),
    ),
  ),
];

function rowOf({ person, net, netBefore, changes, warnings }: PayPreview, t: Words) {
  const change = netBefore === null ? null : net - netBefore;
  const shown = changes.slice(0, MAX_CHANGES);
  return {
    id: person.id,
    name: personName(person, t),
    net: moneyText(net),
    change:
      change === null ? t.t('payChanges.first') : change === 0 ? t.t('payChanges.same') : signed(change),
    tone: change === null || change === 0 ? 'second' : change < 0 ? 'ink-warn' : 'ink-brand',
    warnings: warnings.filter(isPersonal).map((warning, at) => ({ key: at, text: warningText(warning, t) })),
    changes: shown.map((each) => ({
      line: each.line,
      name: nameOf(each, t),
      amount: signed(each.now - each.before),
    })),
    rest:
      changes.length > shown.length ? t.t('payChanges.rest', { count: changes.length - shown.length }) : '',
  };
}

const signed = (fen: number): string => `${fen > 0 ? '+' : ''}${moneyText(fen)}`;

/** The line itself, without those above it. */
const nameOf = ({ line, name }: PayChange, t: Words): string => (name ? t.pick(name) : lineName(line, t));

const warningText = ({ code, inputs, rule }: PayWarning, t: Words): string =>
  t.t(`payWarnings.${code.replace(/-/g, '_')}` as never, {
    ...inputTexts(inputs, t),
    rule: rule?.source ?? '',
    until: rule?.until ? dayShort(rule.until, t) : '',
  });
