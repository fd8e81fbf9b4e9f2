import type { Instant } from '#contracts/common';
import { dayOf } from '../calendar/company-time';
import { eachDue } from '../kernel/each-due';
import type { TimerJob } from '../kernel/serve';
import { notify } from '../outbox/outbox';
import { askPictureCheck } from './ask-picture-check';
import type { CheckedFiles, FileUnderCheck } from './checked-files';
import { givenUp, hidden, isAskedInVain } from './picture-check';

/** Hides a picture that WeChat refused wherever it is shown, and tells its people. Idempotent. */
export type HidePicture = (file: FileUnderCheck, now: Instant) => Promise<void>;

/**
 * Goes on with the check of pictures: asks again where no answer came, gives up after the last try and has HR and the
 * administrators know, and hides once more what was refused, for a call that died or a request that was being sent.
 */
export const checkPictures = (
  sources: readonly CheckedFiles[],
  hide: HidePicture,
  /** HR and administrators. */
  office: (now: Instant) => Promise<readonly string[]>,
): TimerJob => ({
  name: 'checkPictures',
  async run({ now, deadline }) {
    let unanswered = 0;
    let handled = 0;
    let failed = 0;
    for (const source of sources) {
      const tally = await eachDue({
        collection: source.name,
        find: (limit) => source.findDue(now, limit),
        ownerOf: ({ employeeId }) => employeeId,
        handle: async (file) => {
          if ((await goOn(source, file, hide, now)) === 'unanswered') unanswered += 1;
        },
        deadline,
      });
      handled += tally.handled;
      failed += tally.failed ?? 0;
    }
    if (unanswered > 0) await tellOffice(await office(now), now);
    return { pictures: handled, unanswered, ...(failed > 0 && { failed }) };
  },
});

/** A concurrent answer wins. @returns the state that was saved; null if another call came first */
async function goOn(
  source: CheckedFiles,
  file: FileUnderCheck,
  hide: HidePicture,
  now: Instant,
): Promise<string | null> {
  const { check, fileId } = file;
  if (check.state === 'refused') {
    await hide(file, now);
    return stateOf(await source.save(file, hidden(check)));
  }
  const next = isAskedInVain(check) ? givenUp(check) : await askPictureCheck(fileId, check, now);
  return stateOf(await source.save(file, next));
}

const stateOf = (file: FileUnderCheck | null): string | null => file?.check.state ?? null;

/** Once a day: most likely nobody has set up the message push, and then no picture is answered. */
async function tellOffice(to: readonly string[], now: Instant): Promise<void> {
  const day = dayOf(now);
  if (to.length === 0) return;
  await notify({
    _id: `pictures-unchecked:${day}`,
    event: 'picture.unchecked',
    to,
    data: { day },
    aboutId: null,
    at: now,
    template: null,
  });
}
