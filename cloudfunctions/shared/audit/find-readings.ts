import type { Instant } from '#contracts/common';
import type { ReadData, ReadingsCursor } from '#contracts/pay-files';
import { accessRecords } from './record-access';

/** What a person may know of a record: who has read their data, never whose else was read with it. */
export interface ReadingBrief {
  readonly _id: string;
  readonly at: Instant;
  readonly readerId: string;
  readonly readerName: string;
  readonly what: ReadData;
}

/** Told as a look at the salary: that another one is asked for is not known before it is paid. */
const UNDECIDED = 'salary-change';
/** Not who was looked at as a candidate: being one is nobody's to know before it is decided. */
const TOLD: readonly (ReadData | typeof UNDECIDED)[] = [
  ...(['salary', 'salary-change', 'payslips', 'pay-dispute', 'one-off-pay', 'pay-file'] as const),
  ...(['payees', 'payee-change', 'insurance-bases', 'deductions', 'tax-year', 'appraisal', 'board'] as const),
  ...(['request', 'invites'] as const),
];
const told = <R extends { readonly what: string }>(
  record: R,
): readonly (R & { readonly what: ReadData })[] => {
  const known = TOLD.find((what) => what === record.what);
  return known ? [{ ...record, what: known === UNDECIDED ? 'salary' : known }] : [];
};
const FIELDS = ['at', 'readerId', 'readerName', 'what'] as const;

/** Who has read somebody's data, the latest first, from behind a record on. Two reads by their indexes. */
export async function findReadingsOf(
  ownerId: string,
  behind: ReadingsCursor | null,
  limit: number,
): Promise<readonly ReadingBrief[]> {
  const newest: readonly (readonly [string, 'asc' | 'desc'])[] = [
    ['at', 'desc'],
    ['_id', 'asc'],
  ];
  const found = await Promise.all(
    (['ownerId', 'ownerIds'] as const).map((field) =>
      accessRecords.listFields(
        FIELDS,
        (_) => {
          const own = { [field]: ownerId, what: _.in([...TOLD]) };
          if (!behind) return own;
          const { at, id } = behind;
          return _.and([own, _.or([{ at: _.lt(at) }, { at, _id: _.gt(id) }])]) as never;
        },
        limit,
        newest as never,
      ),
    ),
  );
  return found
    .flat()
    .flatMap(told)
    .sort((a, b) => b.at - a.at || (a._id < b._id ? -1 : 1))
    .slice(0, limit);
}
