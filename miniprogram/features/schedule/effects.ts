import type { ChangePreview, PlannedChange } from '#contracts/consequence';
import { failureOf } from '../../services/client-error';
import { cloud } from '../../services/cloud';

/** What saving a change would do; null if it touches nobody and no settled month, so that nothing has to be asked. */
export async function effectsOf(change: PlannedChange): Promise<ChangePreview | null> {
  try {
    const { data } = await cloud.requests.previewChange(change);
    const { workers = 0, requests, readdressed, months } = data;
    return workers + requests + readdressed + months.length > 0 ? data : null;
  } catch (thrown) {
    // Saving refuses the same input, and names the field.
    if (failureOf(thrown).code === 'INPUT_INVALID') return null;
    throw thrown;
  }
}
