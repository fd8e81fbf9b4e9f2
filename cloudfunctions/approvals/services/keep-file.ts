import { keepFileIn, type Upload } from '../../shared/files/keep-file';
import type { KeptFile } from '../../shared/files/kept-files';
import { keptFiles } from '../data/kept-files';

/** Keeps a file of a form. Idempotent. @throws AppError FILE_INVALID, BUSY */
export const keepFile = (upload: Upload): Promise<KeptFile> => keepFileIn(keptFiles, 'kept-files', upload);
