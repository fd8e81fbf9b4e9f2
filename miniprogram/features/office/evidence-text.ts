import type { AttendanceFlag, FlagEvidence } from '#contracts/attendance-flag';
import type { LocalText, Minutes } from '#contracts/common';
import { spanText } from '../../common/attendance-text';
import { personName } from '../../locales/request-text';
import type { Words } from '../../locales/words';
import { dayOf, instantText, lengthText, timeOf } from '../../utils/dates';

type Value = FlagEvidence['data'][string];

const isLocal = (value: Value | undefined): value is LocalText => typeof value === 'object';

/** A place: a site's name, or what the person wrote. */
const placeText = (place: Value | undefined, words: Words): string =>
  isLocal(place) ? words.pick(place) : String(place ?? '');

/** The time of an instant, with its day if it is not `day`. */
function whenText(at: number, day: string, utcOffset: Minutes, words: Words): string {
  return dayOf(at, utcOffset) === day ? timeOf(at, utcOffset) : instantText(at, utcOffset, words);
}

/** Why a punch was flagged, in one sentence for each piece of evidence. */
export function evidenceText(flag: AttendanceFlag, utcOffset: Minutes, words: Words): string[] {
  const names = flag.others.map((person) => personName(person, words)).join(words.t('common.listSeparator'));
  return flag.evidence.flatMap(({ at, data }) => {
    const { from, to, ...figures } = data;
    const sentence = words.t(`flags.evidence.${flag.flag}`, {
      ...(figures as Record<string, string | number>),
      names,
      time: whenText(at, flag.day, utcOffset, words),
      before: whenText(Number(data.before ?? at), flag.day, utcOffset, words),
      distance: lengthText(Number(data.metres ?? 0), words),
      span: spanText(Number(data.minutes ?? 0), words),
    });
    const way = { from: placeText(from, words), to: placeText(to, words) };
    return from && to ? [words.t('flags.way', way), sentence] : [sentence];
  });
}
