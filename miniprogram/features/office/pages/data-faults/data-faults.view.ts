import type { Minutes, PageOf } from '#contracts/common';
import type { RecordFault } from '#contracts/record-fault';
import { errorText } from '../../../../locales/error-text';
import { wayBack } from '../../../../locales/way-back';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText } from '../../../../utils/dates';
import { zhCN } from '../../words/zh-CN';

export interface DataFaultsModel {
  /** Null until the first page has come. */
  readonly page: PageOf<RecordFault> | null;
  readonly failure: Failure | null;
  readonly more: 'idle' | 'loading' | 'failed';
  readonly utcOffset: Minutes;
}

type Named = keyof typeof zhCN.dataFaults.collections;
const isNamed = (collection: string): collection is Named => collection in zhCN.dataFaults.collections;

/** What the record is: in words where there is a word, by the name of its collection otherwise. */
const nameOf = (collection: string, words: Words): string =>
  isNamed(collection) ? words.t(`dataFaults.collections.${collection}`) : collection;

function itemOf(
  { id, collection, document, field, rule, seenAt }: RecordFault,
  utcOffset: Minutes,
  words: Words,
) {
  const failed = rule === 'failed';
  return {
    id,
    name: nameOf(collection, words),
    document,
    problem: failed
      ? words.t('dataFaults.failed')
      : words.t('dataFaults.problem', { field, rule: words.t(`dataFaults.rules.${rule}`) }),
    todo: words.t(failed ? 'dataFaults.todoFailed' : 'dataFaults.todo', { collection, document, field }),
    seen: words.t('dataFaults.seen', { time: instantText(seenAt, utcOffset, words) }),
  };
}

function modeOf({ page, failure }: DataFaultsModel) {
  if (!page) return failure ? ('error' as const) : ('loading' as const);
  return page.items.length > 0 || page.next !== null ? ('ready' as const) : ('empty' as const);
}

/** The records that cannot be used: which, what is wrong, and what to do. */
export function dataFaultsView(model: DataFaultsModel, words: Words) {
  const { page, failure, more, utcOffset } = model;
  return {
    mode: modeOf(model),
    back: wayBack(failure, words),
    error: failure ? errorText(failure, words) : '',
    items: (page?.items ?? []).map((fault) => itemOf(fault, utcOffset, words)),
    more,
    text: {
      intro: words.t('dataFaults.intro'),
      empty: words.t('dataFaults.empty'),
      emptyText: words.t('dataFaults.emptyText'),
      loadFailed: words.t('dataFaults.loadFailed'),
      loadingMore: words.t('flags.loadingMore'),
      moreFailed: words.t('dataFaults.moreFailed'),
      retry: words.t('common.retry'),
    },
  };
}
