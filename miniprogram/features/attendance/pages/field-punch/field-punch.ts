import { cleanText } from '../../../../common/clean-text';
import '../../words/words';
import { ClientError, failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { freshFix, locate, openPermissions } from '../../../../services/location';
import { navigate } from '../../../../services/navigate';
import { savePhoto, takePhoto } from '../../../../services/photo';
import type { PunchOutcome } from '../../../../services/punch-queue';
import { punches } from '../../../../services/punches';
import { type Link, screen } from '../../../../services/screen';
import { cachedToday } from '../../../../services/today-data';
import { blockerOf, type FieldPunchModel, fieldPunchView } from './field-punch.view';

type Typed = { readonly detail: string };

const empty: FieldPunchModel = {
  today: null,
  place: { state: 'locating' },
  photoPath: '',
  camera: 'ready',
  placeName: '',
  note: '',
  phase: 'filling',
  failure: null,
  revising: '',
};

screen({
  title: 'titles.field',
  start: () => ({ ...empty, today: cachedToday(), place: freshFix() ?? empty.place }),
  view: fieldPunchView,

  on: {
    onLoad({ punch = '' }: Link) {
      this.revise(punch);
      if (this.model.place.state !== 'fix') void this.look(false);
    },

    /** A punch whose text was rejected is shown again; only its text can be changed. */
    revise(punchKey: string) {
      const punch = punches.items().find((one) => one.punchKey === punchKey && one.failure);
      if (!punch?.field) return;
      const { photoPath, placeName, note } = punch.field;
      const place = punch.location
        ? { state: 'fix' as const, location: punch.location, at: serverNow() }
        : { state: 'locating' as const };
      this.model = { ...this.model, phase: 'filling', photoPath, placeName, note, place };
      this.update({ revising: punchKey, failure: punch.failure });
    },

    async look(anew: boolean) {
      this.update({ place: { state: 'locating' } });
      this.update({ place: await locate({ ask: true, refresh: anew }) });
    },

    async onPlaceAction() {
      if (this.model.place.state === 'denied') await openPermissions();
      await this.look(true);
    },

    async onPhoto() {
      if (this.model.phase !== 'filling' || this.model.revising) return;
      const photo = await takePhoto();
      if (photo.state === 'taken') this.update({ photoPath: photo.path, camera: 'ready', failure: null });
      else if (photo.state !== 'cancelled') this.update({ camera: photo.state });
    },

    async onAllowCamera() {
      await openPermissions();
      this.update({ camera: 'ready' });
    },

    onPlaceName({ detail }: Typed) {
      this.update({ placeName: detail, failure: null });
    },

    onNote({ detail }: Typed) {
      this.update({ note: detail });
    },

    /** Once per form: after it the form is sending, saved or, if the server refused, open again. */
    async onSubmit() {
      if (this.model.phase !== 'filling' || blockerOf(this.model)) return;
      this.update({ phase: 'sending', failure: null });
      try {
        this.finish(await this.send());
      } catch (thrown) {
        this.update({ phase: 'filling', failure: failureOf(thrown) });
      }
    },

    async send(): Promise<PunchOutcome> {
      const { model } = this;
      const words = { placeName: cleanText(model.placeName), note: cleanText(model.note) };
      if (model.revising) return punches.revise(model.revising, words);
      if (!model.today || model.place.state !== 'fix') throw new ClientError('FIELD_NOT_ALLOWED');
      const photoPath = await savePhoto(model.photoPath);
      return punches.submit({
        employeeId: model.today.me.employeeId,
        mode: 'field',
        tappedAt: serverNow(),
        location: model.place.location,
        field: { photoPath, ...words },
      });
    },

    finish(outcome: PunchOutcome) {
      if (outcome.state === 'booked') navigate.back();
      if (outcome.state === 'waiting') this.update({ phase: 'saved' });
      if (outcome.state === 'refused' && outcome.failure.code === 'TEXT_REFUSED')
        this.revise(this.refusedKey());
      // The photo was removed with the rejected punch: a retry needs a new one.
      else if (outcome.state === 'refused') {
        this.update({ phase: 'filling', photoPath: '', failure: outcome.failure });
      }
    },

    /** The latest field punch that was rejected for its text: the one this form has just sent. */
    refusedKey(): string {
      const { revising } = this.model;
      if (revising) return revising;
      const refused = punches.items().filter(({ failure }) => failure?.code === 'TEXT_REFUSED');
      return refused[refused.length - 1]?.punchKey ?? '';
    },

    onBack() {
      navigate.back();
    },
  },
});
