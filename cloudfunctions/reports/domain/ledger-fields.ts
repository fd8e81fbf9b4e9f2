import type { LocalText } from '#contracts/common';
import { LEAVE_DAY_MINUTES } from '../../../miniprogram/common/units';
import type { LedgerEntry } from '../../accounts/rules';
import { dateTimeOf } from '../../shared/calendar/company-time';
import { wordsIn } from '../../shared/words/words';
import { type AboutPerson, peopleFields } from './people-fields';
import { type Field, field } from './table';

/** How balances of a type are counted. */
export type CountedIn = 'day' | 'hour';

/** One entry of a person's leave ledger. */
export interface PersonEntry extends AboutPerson {
  readonly entry: LedgerEntry;
  readonly typeName: LocalText | null;
  readonly unit: CountedIn;
  /** Of the request that it comes from. */
  readonly requestNumber: string | null;
}

/** Leave minutes in the unit of their type: days of 480 minutes, or hours. */
export const inUnit = (minutes: number, unit: CountedIn): number =>
  Math.round((minutes / (unit === 'hour' ? 60 : LEAVE_DAY_MINUTES)) * 1_000) / 1_000;

/** The column behind which the figures of the row are meant. */
export const unitField = <T extends { readonly unit: CountedIn }>(): Field<T> =>
  field('单位', 'Unit', 'text', 8, ({ unit }, language) => wordsIn(language).t(`reports.units.${unit}`));

const kindOf = ({ kind, minutes }: LedgerEntry) => (kind === 'expire' && minutes > 0 ? 'restored' : kind);

/** One row per entry of the ledger in the month. */
export const LEDGER_FIELDS: readonly Field<PersonEntry>[] = [
  ...peopleFields<PersonEntry>(),
  field('时间', 'Booked', 'moment', 17, ({ entry }) => dateTimeOf(entry.at)),
  field(
    '假期类型',
    'Leave type',
    'text',
    18,
    ({ entry, typeName }, language) => typeName?.[language] ?? entry.typeId,
  ),
  field('变动', 'Entry', 'text', 18, ({ entry }, language) =>
    wordsIn(language).t(`ledgerKinds.${kindOf(entry)}`),
  ),
  field('数量', 'Amount', 'days', 10, ({ entry, unit }) => inUnit(entry.minutes, unit)),
  unitField<PersonEntry>(),
  field('生效日', 'Valid from', 'date', 13, ({ entry }) => entry.validFrom),
  field('到期日', 'Expires', 'date', 13, ({ entry }) => entry.expiresOn),
  field('申请编号', 'Request no.', 'text', 24, ({ requestNumber }) => requestNumber),
  field('说明', 'Note', 'text', 30, ({ entry }) => entry.note || null),
];
