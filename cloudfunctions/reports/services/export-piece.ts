import type { Instant, Language } from '#contracts/common';
import { findEmployeesAfter, rootDepartment } from '../../people/public';
import { isEmployedIn } from '../../people/rules';
import { findLockedMonths } from '../../settlement/public';
import { readAhead } from '../../shared/data/read-ahead';
import { AppError } from '../../shared/errors/app-error';
import { removeFiles, saveFile } from '../../shared/files/export-files';
import { hashOf } from '../../shared/files/file-hash';
import { addPiece, beginReport, findReport, holdReport, releaseReport, removeReport } from '../data/reports';
import { openTable } from '../data/table-file';
import {
  fileNameOf,
  filePathOf,
  type HeldReport,
  type ReportDocument,
  type ReportOrder,
  type StoredFile,
} from '../domain/report';
import { reportTexts } from '../domain/report-texts';
import { REPORTS } from './rows-of';

/** People in one file, unless the environment variable REPORT_PEOPLE_PER_FILE says otherwise. */
const PEOPLE_PER_FILE = 2_000;
/** People whose data is in memory at one time. */
const BATCH = 100;
/** Longer than a call can take, ms: whoever holds a report after it was killed. */
const HOLD = 65_000;

interface Work {
  readonly again: boolean;
  /** Who asks for it; empty for the console and the system. */
  readonly byName: string;
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

async function hold(order: ReportOrder, { again, byName, now }: Work): Promise<Held> {
  const until = (now + HOLD) as Instant;
  const before = await findReport(order);
  const isDone = before?.state === 'done' && !again;
  if (before && (isDone || before.heldUntil > now)) return { report: before, isOurs: false };
  const held = before
    ? await holdReport(before, byName, now, until)
    : await beginReport(order, byName, now, until);
  if (held) return { report: held, isOurs: true };
  const theirs = await findReport(order);
  if (!theirs) throw new AppError('BUSY', {});
  return { report: theirs, isOurs: false };
}

async function nextPiece(report: HeldReport, work: Work): Promise<ReportDocument> {
  const company = await companyName(report.language, work.now);
  const { rows, leftOut, cursor, ended, bytes } = await fill(report, company, work);
  const file = rows > 0 ? await save(report, company, rows, bytes) : null;
  const kept = [...report.files, ...(file ? [file] : [])].map(({ fileId }) => fileId);
  if (ended) await removeFiles(report.outdated.filter((fileId) => !kept.includes(fileId)));
  if (ended && kept.length === 0) {
    await removeReport(report);
    throw new AppError('REPORT_EMPTY', {});
  }
  const after = await addPiece(report, file, { cursor, ended, leftOut });
  if (!after) throw new AppError('BUSY', {});
  return after;
}

/** Batches that are read while the rows of one are written. */
const BATCHES_AHEAD = 2;

/** Reads people batch by batch and writes their rows, until the file is full or the time is over. */
async function fill(report: ReportDocument, company: string, { now, deadline }: Work) {
  const { columns, rows: rowsOf, hasTotals, isOfCompany } = await REPORTS[report.kind](report.month, now);
  const isLocked = (await findLockedMonths([report.month], now)).length > 0;
  const texts = reportTexts(report, company, isLocked, now);
  const table = await openTable(report.format, { columns, language: report.language, hasTotals, ...texts });
  if (isOfCompany) {
    const { rows } = await rowsOf(report, [], now);
    table.add(rows);
    const { cursor } = report;
    return { rows: rows.length, leftOut: 0, cursor, ended: true, bytes: await table.close() };
  }
  const most = Number(process.env.REPORT_PEOPLE_PER_FILE) || PEOPLE_PER_FILE;
  let [asked, leftOut, rows, cursor, ended] = [0, 0, 0, report.cursor, false];
  const read = async (after: string) => {
    const batch = await findEmployeesAfter(after, Math.min(BATCH, most - asked));
    asked += batch.people.length;
    const employed = batch.people.filter((person) => isEmployedIn(person, report.month));
    const found = await rowsOf(report, employed, now);
    return { batch, found, next: asked < most ? batch.next : null };
  };
  for await (const { batch, found } of readAhead(cursor, BATCHES_AHEAD, read)) {
    leftOut += batch.leftOut.length + found.leftOut;
    rows += found.rows.length;
    cursor = batch.next ?? cursor;
    ended = batch.next === null;
    table.add(found.rows);
    if (performance.now() >= deadline) break;
  }
  return { rows, leftOut, cursor, ended, bytes: await table.close() };
}

async function save(report: HeldReport, company: string, rows: number, bytes: Buffer): Promise<StoredFile> {
  const piece = report.files.length;
  const fileId = await saveFile(`${report.folder}/${filePathOf(report, piece)}`, bytes);
  return { fileId, name: fileNameOf(report, company, piece), rows, bytes: bytes.length, hash: hashOf(bytes) };
}

/** The name of the department above all others; empty if there is none. */
async function companyName(language: Language, now: Instant): Promise<string> {
  return (await rootDepartment(now))?.name[language] ?? '';
}
