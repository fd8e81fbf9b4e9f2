import type { Receipt } from '../../expense/public';
import { dateTimeOf } from '../../shared/calendar/company-time';
import { wordsIn } from '../../shared/words/words';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field } from './table';

export interface PersonReceipt extends AboutPerson {
  readonly receipt: Receipt;
  /** Null while it is in a draft. */
  readonly requestNumber: string | null;
}

/** One row per receipt uploaded in the month. */
export const RECEIPT_FIELDS: readonly Field<PersonReceipt>[] = [
  ...peopleFields<PersonReceipt>(),
  field('上传时间', 'Uploaded', 'moment', 17, ({ receipt }) => dateTimeOf(receipt.at)),
  field('申请编号', 'Request no.', 'text', 24, ({ requestNumber }) => requestNumber),
  field('大小（KB）', 'Size (KB)', 'number', 10, ({ receipt }) => Math.ceil(receipt.bytes / 1_024)),
  field('别人先传过', 'Uploaded by another before', 'text', 14, ({ receipt }, language) =>
    receipt.byOther ? wordsIn(language).t('reports.yes') : null,
  ),
  field('文件指纹', 'Fingerprint', 'text', 20, ({ receipt }) => receipt.hash.slice(0, 16)),
];
