import { randomBytes } from 'node:crypto';
import type { Instant, Month } from '#contracts/common';
import { collection } from '../../shared/data/collection';
import { figure, listOfObjects, month, oneOf, text } from '../../shared/faults/checks';
import { decryptText, encryptText } from '../../shared/privacy/field-cipher';
import { resealed, sealedText } from '../../shared/privacy/resealed';
import { exportId, type PayExport, type PayOrder } from '../domain/pay-export';
import { NO_TALLY } from '../domain/tally';

type Private = Pick<PayExport, 'tally' | 'booked' | 'leftOut'>;
/** Amounts, and who is not paid, are encrypted. */
type StoredExport = Omit<PayExport, keyof Private> & { readonly sealed: string };

const payFiles = collection<StoredExport>('pay_files', {
  ...{ month, file: text, rev: figure, key: text, version: figure, state: oneOf('running', 'done') },
  ...{ cursor: text, heldUntil: figure, folder: text, files: listOfObjects({}), filesUntil: figure },
  ...{ sealed: text, events: listOfObjects({}), count: figure },
});

/** Files, formats and languages of one month are fewer. */
const MOST = 200;
const placeOf = (id: string): string => `pay_files:${id}`;
export const resealedExports = resealed(payFiles, [sealedText('sealed', placeOf)]);
/** A name that nobody guesses (128 bits), decided once for each export. */
const newFolder = (of: Month): string => `payroll/${of}/${randomBytes(16).toString('hex')}`;

/** All exports of a month. */
export const findExports = async (of: Month): Promise<readonly PayExport[]> =>
  (await payFiles.list(() => ({ month: of }), MOST, [['_id', 'asc']])).map(opened);

/** The finished exports of a month, by their version of the run. */
export const findFilesMade = (of: Month) =>
  payFiles.listFields(['version'], () => ({ month: of, state: 'done' }), MOST);

/** Exports whose files are due to be removed. */
export const findOver = (now: Instant, limit: number) =>
  payFiles.listFields(
    ['rev', 'files', 'outdated', 'filesUntil'],
    (_) => ({ filesUntil: _.gt(0).and(_.lt(now)) }),
    limit,
    [['filesUntil', 'asc']],
  );

/** Forgets the files of an export that was not changed meanwhile. */
export const dropFiles = async ({ _id, rev }: Pick<StoredExport, '_id' | 'rev'>): Promise<boolean> =>
  (await payFiles.updateWhere(
    () => ({ _id, rev }),
    () => ({ files: [], outdated: [], filesUntil: 0, rev: rev + 1 }),
  )) === 1;

interface Beginning {
  readonly key: string;
  readonly byId: string;
  readonly version: number;
  readonly heldUntil: Instant;
  readonly filesUntil: Instant;
}

/** Begins an export, held by the caller; of the one before its events stay. @returns null after a concurrent change */
export async function beginExport(
  order: PayOrder,
  before: PayExport | undefined,
  beginning: Beginning,
): Promise<PayExport | null> {
  const { month: of, file, format, language } = order;
  const fresh = {
    ...beginning,
    ...{ state: 'running' as const, cursor: '', folder: newFolder(of), files: [], tally: NO_TALLY },
    ...{ leftOut: [], leftOutCount: 0 },
    outdated: before ? [...before.outdated, ...before.files.map(({ fileId }) => fileId)] : [],
  };
  if (before) return saveExport(before, fresh);
  const added: PayExport = {
    ...{ _id: exportId(order), rev: 1, month: of, file, format, language, ...fresh },
    ...{ events: [], count: 0, booked: [] },
  };
  return (await payFiles.add(sealed(added))) === 'added' ? added : null;
}

/** @returns the export as it is now, or null after a concurrent change */
export async function saveExport(
  before: PayExport,
  change: Partial<Omit<PayExport, '_id' | 'rev'>>,
): Promise<PayExport | null> {
  const after = { ...before, ...change, rev: before.rev + 1 };
  const { _id, ...fields } = sealed(after);
  const changed = await payFiles.updateWhere(
    () => ({ _id, rev: before.rev }),
    () => fields,
  );
  return changed === 1 ? after : null;
}

function sealed({ tally, booked, leftOut, ...open }: PayExport): StoredExport {
  const inside: Private = { tally, booked, leftOut };
  return { ...open, sealed: encryptText(JSON.stringify(inside), placeOf(open._id)) };
}

const opened = ({ sealed: content, ...open }: StoredExport): PayExport => ({
  ...open,
  ...(JSON.parse(decryptText(content, placeOf(open._id))) as Private),
});
