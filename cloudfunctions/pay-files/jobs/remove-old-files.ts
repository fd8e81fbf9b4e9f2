import { removeFiles } from '../../shared/files/export-files';
import type { TimerJob } from '../../shared/kernel/serve';
import { dropFiles, findOver } from '../data/pay-exports';

const STEP = 20;

/**
 * Removes files of pay a day after they were made, also those of exports that nobody went on with. They have accounts and
 * amounts in plain; who needs one again makes it again.
 */
export const removeOldFiles: TimerJob = {
  name: 'pay-files',
  async run({ now, deadline }) {
    let removed = 0;
    let count = STEP;
    while (count === STEP && performance.now() < deadline) {
      const over = await findOver(now, STEP);
      for (const each of over) {
        const fileIds = [...each.files.map(({ fileId }) => fileId), ...each.outdated];
        await removeFiles(fileIds);
        if (await dropFiles(each)) removed += fileIds.length;
      }
      count = over.length;
    }
    return { removed };
  },
};
