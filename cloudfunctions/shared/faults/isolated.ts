import { AppError } from '../errors/app-error';
import { isSdkError } from '../platform/cloud';
import { type Fault, noteFault } from './fault';

type About = Pick<Fault, 'collection' | 'document'>;

/**
 * Computes what concerns one person, so that nobody else is touched if it fails: the failure is logged and named to HR
 * with the document that it is about.
 * @returns null if it failed
 */
export function isolated<T>(about: About, compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    reportFailure(about, error);
    return null;
  }
}

/**
 * The same with reads and writes. A concurrent change is left to the next run and not named to HR.
 * @throws what the SDK throws: a database that does not answer fails everybody, and the work goes on where it stopped
 */
export async function isolatedWork<T>(about: About, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isSdkError(error)) throw error;
    reportFailure(about, error);
    return null;
  }
}

/** Logs that a document could not be worked with, and notes it if that is news and the document is the reason. */
export function reportFailure(about: About, error: unknown): void {
  console.error('RECORD_FAILED', about.collection, about.document, error);
  const isExplained = error instanceof AppError && ['BUSY', 'RECORD_FAULTY'].includes(error.code);
  if (!isExplained && !isSdkError(error)) noteFault({ ...about, field: '', rule: 'failed' });
}
