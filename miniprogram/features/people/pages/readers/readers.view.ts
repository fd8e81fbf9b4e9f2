import type { Minutes } from '#contracts/common';
import type { DataReading, ReadingsCursor } from '#contracts/pay-files';
import { errorText } from '../../../../locales/error-text';
import { personName } from '../../../../locales/request-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import { instantText } from '../../../../utils/dates';

export interface ReadersModel {
  readonly items: readonly DataReading[] | null;
  readonly next: ReadingsCursor | null;
  readonly failure: Failure | null;
  readonly utcOffset: Minutes;
}

/** Who has read the person's data, when, and what for. */
export function readersView({ items, next, failure, utcOffset }: ReadersModel, t: Words) {
  return {
    mode: items ? (items.length > 0 ? 'ready' : 'empty') : failure ? 'error' : 'loading',
    error: failure ? errorText(failure, t) : '',
    rows: (items ?? []).map(({ id, at, what, reader, job }) => ({
      id,
      what: t.t(`readers.what.${what}`),
      who: reader
        ? [personName(reader, t), job ? t.pick(job) : '']
            .filter((each) => each !== '')
            .join(t.t('common.separator'))
        : t.t('readers.console'),
      at: instantText(at, utcOffset, t),
    })),
    hasMore: next !== null,
    text: {
      loadFailed: t.t('readers.loadFailed'),
      retry: t.t('common.retry'),
      intro: t.t('readers.intro'),
      none: t.t('readers.none'),
      noneText: t.t('readers.noneText'),
      more: t.t('readers.more'),
    },
  };
}
