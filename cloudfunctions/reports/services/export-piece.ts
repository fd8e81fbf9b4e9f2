import type { Instant } from '#contracts/common';
import type { ReportFile } from '#contracts/report';
import { findEmployeesAfter } from '../../people/public';
import { isEmployedIn } from '../../people/rules';
import { AppError } from '../../shared/errors/app-error';
import { removeFiles, saveFile } from '../data/report-files';
import { addPiece, beginReport, findReport, holdReport, releaseReport, removeReport } from '../data/reports';
import { openTable } from '../data/table-file';
import { fileNameOf, type HeldReport, type ReportDocument, type ReportOrder } from '../domain/report';
import { REPORTS } from './rows-of';

/** People in one file, unless the environment variable REPORT_PEOPLE_PER_FILE says otherwise. */
const PEOPLE_PER_FILE = 2_000;
/** People whose data is in memory at one time. */
const BATCH = 100;
/** Longer than a call can take, ms: whoever holds a report after it was killed. */
const HOLD = 65_000;

interface Work {
  readonly again: boolean;
  readonly now: Instant;
  /** As `performance.now()` tells the time: the file is closed then, and the rest is for the next one. */
  readonly deadline: number;
}

/**
 * Makes the next file of a report. One call at a time works on it; another one is told how far it is.
 * @throws AppError REPORT_EMPTY if the whole report has no row
 */
export async function exportPiece(order: ReportOrder, work: Work): Promise<ReportDocument> {
  const held = await hold(order, work);
  if (!held.isOurs) return held.report;
  try {
    return await nextPiece(held.report, work);
  } catch (error) {
    // If this fails as well, the hold ends by itself.
    await Promise.allSettled([releaseReport(held.report)]);
    throw error;
  }
}

type Held = { report: HeldReport; isOurs: true } | { report: ReportDocument; isOurs: false };

async function hold(order: ReportOrder, { again, now }: Work): Promise<Held> {
  const until = (now + HOLD) as Instant;
  const before = await findReport(order);
  const isDone = before?.state === 'done' && !again;
  if (before && (isDone || before.heldUntil > now)) return { report: before, isOurs: false };
  const held = before ? await holdReport(before, now, until) : await beginReport(order, now, until);
  if (held) return { report: held, isOurs: true };
  const theirs = await findReport(order);
  if (!theirs) throw new AppError('BUSY', {});
  return { report: theirs, isOurs: false };
}

async function nextPiece(report: HeldReport, work: Work): Promise<ReportDocument> {
  const { rows, cursor, ended, bytes } = await fill(report, work);
  const file = rows > 0 ? await save(report, rows, bytes) : null;
  const kept = [...report.files, ...(file ? [file] : [])].map(({ fileId }) => fileId);
  if (ended) await removeFiles(report.outdated.filter((fileId) => !kept.includes(fileId)));
  if (ended && kept.length === 0) {
    await removeReport(report);
    throw new AppError('REPORT_EMPTY', {});
  }
  const after = await addPiece(report, file, cursor, ended);
  if (!after) throw new AppError('BUSY', {});
  return after;
}

/** Reads people batch by batch and writes their rows, until the file is full or the time is over. */
async function fill(report: ReportDocument, { now, deadline }: Work) {
  const { columns, rows: rowsOf } = REPORTS[report.kind];
  const table = await openTable(report.format, columns, report.language);
  const most = Number(process.env.REPORT_PEOPLE_PER_FILE) || PEOPLE_PER_FILE;
  let [people, rows, cursor, ended] = [0, 0, report.cursor, false];
  do {
    const size = Math.min(BATCH, most - people);
    const batch = await findEmployeesAfter(cursor, size);
    const found = await rowsOf(
      report,
      batch.filter((person) => isEmployedIn(person, report.month)),
      now,
    );
    table.add(found);
    people += batch.length;
    rows += found.length;
    cursor = batch.at(-1)?._id ?? cursor;
    ended = batch.length < size;
  } while (!ended && people < most && performance.now() < deadline);
  return { rows, cursor, ended, bytes: await table.close() };
}

async function save(report: HeldReport, rows: number, bytes: Buffer): Promise<ReportFile> {
  const name = fileNameOf(report, report.files.length);
  const fileId = await saveFile(`${report.folder}/${name}`, bytes);
  return { fileId, name, rows, bytes: bytes.length };
}
