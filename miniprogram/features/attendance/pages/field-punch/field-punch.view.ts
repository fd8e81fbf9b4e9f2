import type { Today } from '#contracts/today';
import { cleanText } from '../../../../common/clean-text';
import { errorText } from '../../../../locales/error-text';
import { type PlaceState, placeProblem } from '../../../../locales/place-text';
import { refusalText } from '../../../../locales/refusal-text';
import type { Words } from '../../../../locales/words';
import type { Failure } from '../../../../services/client-error';
import type { Place } from '../../../../services/place';
import type { Refusal } from '../../../../services/wx-refusal';

/** Characters, as the contract of a punch has them. */
const PLACE_NAME_MAX = 60;
const NOTE_MAX = 200;

export interface FieldPunchModel {
  /** What the phone knows of the person; null if Today was never loaded. */
  readonly today: Today | null;
  readonly place: Place | { readonly state: 'locating' };
  readonly photoPath: string;
  readonly camera: 'ready' | Refusal;
  readonly placeName: string;
  readonly note: string;
  readonly phase: 'filling' | 'sending' | 'saved';
  readonly failure: Failure | null;
  /** Key of the punch whose text was rejected; its time, place and photo are kept. */
  readonly revising: string;
}

type Blocker = 'notReady' | 'notAllowed' | 'needLocation' | 'needPhoto' | 'needPlace';

/** What is still missing before it can be sent; null if nothing is. */
export function blockerOf({ today, place, photoPath, placeName }: FieldPunchModel): Blocker | null {
  if (!today) return 'notReady';
  if (today.fieldPolicy === 'forbidden') return 'notAllowed';
  if (place.state !== 'fix') return 'needLocation';
  if (!photoPath) return 'needPhoto';
  return cleanText(placeName) ? null : 'needPlace';
}

function locationOf(place: FieldPunchModel['place'], words: Words) {
  if (place.state !== 'fix') return placeProblem(place.state satisfies PlaceState, words);
  const text = words.t('field.locationGot', { accuracy: Math.round(place.location.accuracy) });
  return { tone: 'ok' as const, text, action: '' as const, actionText: '' };
}

function cameraProblem({ camera }: FieldPunchModel, words: Words): string {
  if (camera === 'ready') return '';
  return refusalText(camera, { denied: 'field.cameraDenied', failed: 'field.cameraFailed' }, words);
}

const labels = (words: Words) => ({
  locationTitle: words.t('field.locationTitle'),
  photoTitle: words.t('field.photoTitle'),
  photoHint: words.t('field.photoHint'),
  takePhoto: words.t('field.takePhoto'),
  photoAlt: words.t('field.photoAlt'),
  retake: words.t('field.retake'),
  allow: words.t('common.allow'),
  placeLabel: words.t('field.placeLabel'),
  placePlaceholder: words.t('field.placePlaceholder'),
  noteLabel: words.t('field.noteLabel'),
  notePlaceholder: words.t('field.notePlaceholder'),
  savedTitle: words.t('field.savedTitle'),
  saved: words.t('field.saved'),
  back: words.t('common.back'),
});

/** The field punch screen. */
export function fieldPunchView(model: FieldPunchModel, words: Words) {
  const blocker = blockerOf(model);
  const sending = model.phase === 'sending';
  return {
    saved: model.phase === 'saved',
    revising: model.revising !== '',
    sending,
    location: locationOf(model.place, words),
    photoPath: model.photoPath,
    cameraProblem: cameraProblem(model, words),
    cameraDenied: model.camera === 'denied',
    placeName: model.placeName,
    placeNameMax: PLACE_NAME_MAX,
    note: model.note,
    noteMax: NOTE_MAX,
    error: model.failure ? errorText(model.failure, words, model.today?.utcOffset) : '',
    blocker: blocker ? words.t(`field.${blocker}`) : '',
    ready: !blocker && !sending,
    bookedAs: !blocker && model.today ? words.t(`dial.as.${model.today.next.slot}`) : '',
    submit: words.t(sending ? 'field.submitting' : 'field.submit'),
    text: labels(words),
  };
}
