import { AppError } from '../errors/app-error';
import { isLeftOut, noteFault } from '../faults/fault';

interface Sealed {
  readonly _id: string;
}

/**
 * Opens each of these documents. One whose encrypted text was changed, belongs to another record or names a key that is not
 * there is left out and noted, like a document with a wrong field.
 * @throws AppError SETUP_MISSING if none can be opened for want of a key: that is the function, and no document
 */
export function openedEach<D extends Sealed, T>(
  collection: string,
  documents: readonly D[],
  open: (document: D) => T,
): T[] {
  const opened: T[] = [];
  const failed: { readonly document: string; readonly error: unknown }[] = [];
  for (const each of documents)
    try {
      opened.push(open(each));
    } catch (error) {
      failed.push({ document: each._id, error });
    }
  const [first] = failed;
  if (first && opened.length === 0 && failed.every(({ error }) => isSetup(error))) throw first.error;
  for (const { document, error } of failed) report(collection, document, error);
  return opened;
}

/** Opens one document. @throws AppError SETUP_MISSING, RECORD_FAULTY */
export function openedOne<D extends Sealed, T>(collection: string, document: D, open: (document: D) => T): T {
  try {
    return open(document);
  } catch (error) {
    if (isSetup(error)) throw error;
    report(collection, document._id, error);
    throw new AppError('RECORD_FAULTY', { collection, document: document._id, field: '' });
  }
}

/** What was left out by this call is there: nothing new is put in its place. @throws AppError RECORD_FAULTY */
export function requireAbsent(collection: string, document: string): void {
  if (isLeftOut(collection, document))
    throw new AppError('RECORD_FAULTY', { collection, document, field: '' });
}

const isSetup = (error: unknown): boolean => error instanceof AppError && error.code === 'SETUP_MISSING';

function report(collection: string, document: string, error: unknown): void {
  console.error('RECORD_FAILED', collection, document, error);
  noteFault({ collection, document, field: '', rule: 'failed' });
}
