import { collection } from '../../shared/data/collection';
import { type KeptFile, keptFilesIn } from '../../shared/files/kept-files';

/** Pictures and documents of check-ins and daily reports. */
export const goalFiles = keptFilesIn(collection<KeptFile>('goal_files'));
