import { collection } from '../../shared/data/collection';
import { type KeptFile, keptFilesIn } from '../../shared/files/kept-files';

/** Files of forms, and photos of field punches once they are a request. */
export const keptFiles = keptFilesIn(collection<KeptFile>('kept_files'));

export const keptPictures = keptFiles.pictures;
