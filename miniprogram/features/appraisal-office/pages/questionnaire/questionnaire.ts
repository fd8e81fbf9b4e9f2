import '../../words/words';
import type { ReviewRelation } from '#contracts/review';
import { cloud } from '../../../../services/cloud';
import { language, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { newKey } from '../../../../utils/new-key';
import {
  draftOf,
  emptyItem,
  emptySection,
  loaded,
  type Place,
  type QuestionnaireForm,
  type QuestionnaireModel,
  withItem,
  withRelation,
  withSection,
  withWritten,
} from './questionnaire.model';
import { askedIn, questionnaireView } from './questionnaire.view';

/** An id as the server takes it: letters in lower case, digits and hyphens. */
const newId = (kind: string): string =>
  `${kind}-${newKey()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '0')}`;

const startModel = ({ cycle = '', id = '' }: Link): QuestionnaireModel => ({
  ...{ cycleId: cycle, id, isNew: id === '', cycle: null, form: null, openId: '', isPreview: false },
  ...{ language: language(), changed: false, busy: false, failure: null },
});

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;
type InSection = Tapped<{ readonly section: string }>;
type OfItem = Tapped<{ readonly section: string; readonly item: string }>;

screen({
  title: 'titles.questionnaire',
  start: startModel,
  view: questionnaireView,
  leaving: ({ changed }) => (changed ? 'questionnaire.leaving' : null),
  async load({ cycleId }) {
    const { cycle } = (await cloud.appraisal.cycle({ cycleId })).data;
    return (model: QuestionnaireModel) => loaded(model, cycle);
  },

  on: {
    edit(change: (form: QuestionnaireForm) => QuestionnaireForm, more: Partial<QuestionnaireModel> = {}) {
      const { form } = this.model;
      if (form) this.update({ form: change(form), changed: true, failure: null, ...more });
    },

    onWrite({ currentTarget, detail }: WechatMiniprogram.Input) {
      const place = currentTarget.dataset as Place;
      this.edit((form) => withWritten(form, place, detail.value, this.model.language));
    },

    onPreview({ currentTarget }: Tapped<{ readonly on: boolean }>) {
      this.update({ isPreview: currentTarget.dataset.on });
    },

    onItem({ currentTarget }: OfItem) {
      const { item } = currentTarget.dataset;
      this.update({ openId: this.model.openId === item ? '' : item });
    },

    onKind({ currentTarget }: Tapped<{ section: string; item: string; rated: boolean }>) {
      const { section, item, rated } = currentTarget.dataset;
      this.edit((form) => withItem(form, section, item, (each) => ({ ...each, isRated: rated })));
    },

    onRelation({ currentTarget }: Tapped<{ section: string; item: string; id: ReviewRelation }>) {
      const { section, item, id } = currentTarget.dataset;
      const asked = askedIn(this.model);
      this.edit((form) => withItem(form, section, item, (each) => withRelation(each, id, asked)));
    },

    onAddItem({ currentTarget }: InSection) {
      const { review } = this.model.cycle ?? {};
      if (!review) return;
      const item = emptyItem(newId('i'), review.scale);
      const { section } = currentTarget.dataset;
      this.edit((form) => withSection(form, section, (each) => ({ ...each, items: [...each.items, item] })), {
        openId: item.id,
      });
    },

    onRemoveItem({ currentTarget }: OfItem) {
      const { section, item } = currentTarget.dataset;
      this.edit((form) =>
        withSection(form, section, (each) => ({
          ...each,
          items: each.items.filter(({ id }) => id !== item),
        })),
      );
    },

    onAddSection() {
      const { review } = this.model.cycle ?? {};
      if (!review) return;
      const item = emptyItem(newId('i'), review.scale);
      const section = emptySection(newId('s'), item);
      this.edit((form) => ({ ...form, sections: [...form.sections, section] }), { openId: item.id });
    },

    async onRemoveSection({ currentTarget }: InSection) {
      const { confirm } = await wx.showModal({
        content: words().t('questionnaire.removeSectionAsk'),
        confirmText: words().t('questionnaire.removeOk'),
        cancelText: words().t('common.cancel'),
      });
      const { section } = currentTarget.dataset;
      if (!confirm) return;
      this.edit((form) => ({ ...form, sections: form.sections.filter(({ id }) => id !== section) }));
    },

    async onSave() {
      const { form, cycle, cycleId, busy } = this.model;
      if (!form || !cycle || busy || !this.data.ready) return;
      // A tap that is repeated after a lost answer says the same id.
      const id = this.model.id || newId('q');
      this.update({ id });
      const failure = await this.save(async () => {
        const questionnaire = draftOf(form);
        await cloud.appraisal.saveQuestionnaire({ cycleId, rev: cycle.rev, id, questionnaire });
        return { changed: false };
      });
      if (failure) return;
      wx.showToast({ title: words().t('questionnaire.saved'), icon: 'success' });
      navigate.back();
    },

    async onRemove() {
      const { cycle, cycleId, id, busy } = this.model;
      if (!cycle || busy) return;
      const { confirm } = await wx.showModal({
        content: words().t('questionnaire.removeAsk', { name: this.data.name }),
        confirmText: words().t('questionnaire.removeOk'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      const failure = await this.save(async () => {
        await cloud.appraisal.saveQuestionnaire({ cycleId, rev: cycle.rev, id, questionnaire: null });
        return { changed: false };
      });
      if (!failure) navigate.back();
    },
  },
});
