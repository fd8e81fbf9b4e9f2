import type { Instant } from '#contracts/common';
import type { Fen } from '#contracts/pay';
import type { PayFileEvent } from '#contracts/pay-files';
import type { PersonBrief } from '#contracts/person';
import { findPayRun, type PayRun } from '../../payroll/public';
import { recordAccess } from '../../shared/audit/record-access';
import { AppError } from '../../shared/errors/app-error';
import { removeFiles, saveFile } from '../../shared/files/export-files';
import { hashOf } from '../../shared/files/file-hash';
import { findSettings, type VersionedSettings } from '../data/file-settings';
import { findChangedAccounts } from '../data/pay-details';
import { beginExport, findExports, saveExport } from '../data/pay-exports';
import { writePlain } from '../data/plain-file';
import { fileNameOf } from '../domain/file-name';
import {
  bookedBefore,
  eventsOf,
  exportId,
  MAX_LEFT_OUT,
  type PayExport,
  type PayExportFile,
  type PayOrder,
  withBooked,
  withEvent,
} from '../domain/pay-export';
import { type PayFile, payFileOf, templateOf, voucherBatchOf } from '../domain/pay-files';
import { mismatchOf } from '../domain/tally';
import { type FileTable, tableOf } from '../domain/template';
import { imbalance, voucherLines } from '../domain/voucher';
import { voucherDifference } from '../domain/voucher-difference';
import { contextOf, fillPiece, type Piece } from './fill-piece';

/** Longer than a call can take, ms: whoever holds an export after it was killed. */
const HOLD_MS = 65_000;
/** Files are removed after a day: they are plain, as their receivers want them. */
const KEPT_MS = 86_400_000;

export interface ExportCall {
  /** Of the tap: calls with the same one continue. */
  readonly key: string;
  /** It was said that it is made once more. */
  readonly again: boolean;
  /** The latest change of an account after the lock that the caller has looked at; undefined for none. */
  readonly accountsUntil: Instant | undefined;
  readonly by: PersonBrief;
  readonly now: Instant;
  /** In terms of `performance.now()`. */
  readonly deadline: number;
}

interface Work extends ExportCall {
  readonly file: PayFile;
  readonly run: PayRun;
  readonly settings: VersionedSettings;
  /** All exports of the month. */
  readonly exports: readonly PayExport[];
}

export interface ExportState {
  readonly of: PayExport;
  readonly run: PayRun;
  /** Of the file, in whatever format it was exported. */
  readonly events: ReturnType<typeof eventsOf>;
}

/**
 * Makes the next piece of an export. One call at a time works on it, by a hold; a piece that was not entered is made again
 * by the next call. The last one compares the whole with the run before anybody is offered a file.
 * @throws AppError NOT_FOUND, PAY_FILE_REFUSED, PAY_FILE_ACCOUNTS, PAY_FILE_EXPORTED for a second export that was not confirmed,
 * PAY_FILE_EMPTY, PAY_FILE_UNBALANCED, BUSY
 */
export async function exportUnit(order: PayOrder, call: ExportCall): Promise<ExportState> {
  const [run, settings, exports] = await Promise.all([
    findPayRun(order.month),
    findSettings(),
    findExports(order.month),
  ]);
  if (!run) throw new AppError('NOT_FOUND', { what: 'pay-run' });
  const work: Work = { ...call, file: payFileOf(order.file), run, settings, exports };
  const known = exports.find(({ _id }) => _id === exportId(order));
  const isOwn = known?.key === call.key && known.byId === call.by.id && known.version === run.version;
  if (isOwn && known.state === 'done') return stateOf(known, work);
  requireOffered(order, work);
  if (work.file.group === 'bank') await requireAccountsSeen(work);
  const held = await hold(order, isOwn ? known : undefined, known, work);
  try {
    return stateOf(await nextPiece(held, work), work);
  } catch (error) {
    // If this fails as well, the hold ends by itself.
    await Promise.allSettled([
      isRefused(error) ? giveUp(held) : saveExport(held, { heldUntil: 0 as Instant }),
    ]);
    throw error;
  }
}

/** What stands in the way of a file of this month. */
export function blockedBy(
  file: PayFile,
  {
    settings,
    exports,
    version,
  }: {
    readonly settings: VersionedSettings;
    readonly exports: readonly PayExport[];
    readonly version: number;
  },
): 'no-payer' | 'nothing-booked' | null {
  if (file.kind === 'people')
    return file.needsPayer && settings.settings.payer.account === '' ? 'no-payer' : null;
  const vouchers = exports.filter((each) => each.file === file.template.id);
  return file.isDifference && !bookedBefore(vouchers, version) ? 'nothing-booked' : null;
}

function requireOffered({ month, file: id }: PayOrder, work: Work): void {
  const { run, file } = work;
  if (run.state !== 'locked' && run.state !== 'published')
    throw new AppError('PAY_FILE_REFUSED', { rule: 'not-locked', month });
  const blocked = blockedBy(file, { ...work, version: run.version });
  if (blocked) throw new AppError('PAY_FILE_REFUSED', { rule: blocked, month });
  const { first, count } = eventsOf(work.exports.filter((each) => each.file === id));
  if (first && !work.again)
    throw new AppError('PAY_FILE_EXPORTED', { by: first.by.name, at: first.at, count });
}

/**
 * Between the lock and the file for the bank nobody else looks at accounts: whoever makes it has seen which were changed. One
 * read. @throws AppError PAY_FILE_ACCOUNTS
 */
async function requireAccountsSeen({ run: { lockedAt }, accountsUntil = 0 as Instant }: Work): Promise<void> {
  if (lockedAt === null) return;
  const changed = await findChangedAccounts(lockedAt);
  const at = changed[0]?.at;
  if (at !== undefined && at > accountsUntil)
    throw new AppError('PAY_FILE_ACCOUNTS', { count: changed.length, at });
}

/** Holds the export of this tap, or begins it in place of the one before. @throws AppError BUSY */
async function hold(
  order: PayOrder,
  own: PayExport | undefined,
  known: PayExport | undefined,
  { key, by, now, run }: Work,
): Promise<PayExport> {
  if (known && known.heldUntil > now) throw new AppError('BUSY', {});
  const heldUntil = (now + HOLD_MS) as Instant;
  const filesUntil = (now + KEPT_MS) as Instant;
  const held = own
    ? await saveExport(own, { heldUntil })
    : await beginExport(order, known, { key, byId: by.id, version: run.version, heldUntil, filesUntil });
  if (!held) throw new AppError('BUSY', {});
  return held;
}

async function nextPiece(held: PayExport, work: Work): Promise<PayExport> {
  const { file, by, now, run } = work;
  const piece = await fillPiece(file, { of: held, ...work });
  await recordAccess({
    ...{ what: 'pay-file', aboutId: `${held._id}:${held.rev}`, ownerIds: piece.ownerIds },
    ...{ at: now, readerId: by.id, readerName: by.name },
  });
  const table = piece.ended && file.kind === 'voucher' ? voucherTable(held, piece, work) : piece.table;
  if (piece.ended) requireBalanced(piece, work);
  const made = table ? [await write(held, table, work)] : [];
  const files = [...held.files, ...made];
  if (piece.ended && files.length === 0) throw new AppError('PAY_FILE_EMPTY', {});
  const saved = await saveExport(held, {
    ...{ files, tally: piece.tally, cursor: piece.cursor, heldUntil: 0 as Instant },
    leftOut: [...held.leftOut, ...piece.leftOut].slice(0, MAX_LEFT_OUT),
    leftOutCount: held.leftOutCount + piece.leftOut.length,
    ...(piece.ended && finished(held, piece, { by, at: now, version: run.version }, file)),
  });
  if (!saved) throw new AppError('BUSY', {});
  if (piece.ended) await removeFiles(held.outdated);
  return saved;
}

const finished = (
  held: PayExport,
  { tally }: Piece,
  event: PayFileEvent,
  file: PayFile,
): Partial<PayExport> => ({
  ...{ state: 'done', count: held.count + 1, events: withEvent(held.events, event), outdated: [] },
  ...(file.kind === 'voucher' && {
    booked: withBooked(held.booked, { version: event.version, sums: tally.voucher }),
  }),
});

/** @throws AppError PAY_FILE_UNBALANCED with both figures in fen */
function requireBalanced({ tally }: Piece, { run, file }: Work): void {
  const control = file.kind === 'people' ? file.control : () => null;
  const mismatch = mismatchOf(tally, run, control);
  if (mismatch) throw new AppError('PAY_FILE_UNBALANCED', { ...mismatch });
}

const unbalanced = (file: number, run: number) =>
  new AppError('PAY_FILE_UNBALANCED', { rule: 'money', file, run });

/** The vouchers of the whole run, or what differs from those that were booked of an earlier version. */
function voucherTable(held: PayExport, { tally }: Piece, work: Work): FileTable | null {
  const { file, run, settings, exports } = work;
  if (file.kind !== 'voucher') return null;
  const { accounts } = settings.settings;
  const now = voucherLines(tally.voucher, accounts, run._id);
  const paid = now.reduce(
    (sum, { account, credit, voucher }) =>
      voucher === 'payment' && account.code === accounts.bank.code ? sum + credit : sum,
    0,
  );
  if (paid !== run.sums.net) throw unbalanced(paid, run.sums.net);
  for (const rest of Object.values(imbalance(now))) if (rest !== 0) throw unbalanced(rest, 0);
  const batch = voucherBatchOf(run._id);
  if (!file.isDifference) return tableOf(file.template, now, contextOf({ of: held, ...work }, batch));
  const vouchers = exports.filter((each) => each.file === file.template.id);
  const booked = bookedBefore(vouchers, run.version);
  const before = booked ? voucherLines(booked.sums, accounts, run._id) : [];
  const lines = voucherDifference(before, now);
  // Another number: both vouchers stay in the books.
  const context = contextOf({ of: held, ...work }, `${batch}C${run.version}`);
  return lines.length > 0 ? tableOf(file.template, lines, context) : null;
}

async function write(held: PayExport, table: FileTable, { run, exports }: Work): Promise<PayExportFile> {
  const bytes = await writePlain(table, held.format);
  const number = held.files.length;
  const { count } = eventsOf(exports.filter((each) => each.file === held.file));
  const name = fileNameOf(held, templateOf(payFileOf(held.file), held.language).name, {
    ...{ version: run.version, piece: number, count: count + 1 },
  });
  const fileId = await saveFile(`${held.folder}/${held.file}-${number + 1}.${held.format}`, bytes);
  return { fileId, name, rows: table.rows.length, bytes: bytes.length, hash: hashOf(bytes) };
}

/** What would be refused again, from the first person on. */
const isRefused = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'PAY_FILE_UNBALANCED' || error.code === 'PAY_FILE_EMPTY');

/** An export that was refused has nothing to offer: what was written of it is removed, and it is nobody's any more. */
async function giveUp(held: PayExport): Promise<void> {
  const saved = await saveExport(held, { key: '', files: [], heldUntil: 0 as Instant });
  if (saved) await removeFiles(held.files.map(({ fileId }) => fileId));
}

function stateOf(of: PayExport, { run, exports }: Work): ExportState {
  const others = exports.filter((each) => each.file === of.file && each._id !== of._id);
  return { of, run, events: eventsOf([...others, of]) };
}

/** What the rows of an export add up to; null for a file without amounts. */
export function totalOf({ file: id, language, tally }: PayExport): Fen | null {
  const file = payFileOf(id);
  if (file.kind === 'voucher') return tally.voucher.net as Fen;
  return file.template(language).totalTitle === null ? null : (tally.inFile as Fen);
}
