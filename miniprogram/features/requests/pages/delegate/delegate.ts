import '../../words/words';
import type { Day } from '#contracts/common';
import type { PersonBrief } from '#contracts/person';
import type { RequestsContract } from '#contracts/requests';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { addDays, dayOf } from '../../../../utils/dates';
import { type DelegateModel, delegateView } from '../../delegate.view';

const isBefore = (a: Day, b: Day): boolean => a.localeCompare(b) < 0;

const startModel = (): DelegateModel => {
  const today = dayOf(serverNow(), CHINA_UTC_OFFSET);
  return { now: null, person: null, from: today, to: addDays(today, 7), busy: false, failure: null };
};

screen({
  title: 'titles.delegate',
  start: startModel,
  view: delegateView,
  data: { picking: false },

  async load() {
    const { data } = await cloud.requests.start({});
    return { now: data.delegation };
  },

  on: {
    async delegate(input: RequestsContract['delegate']['input'], done: 'saved' | 'stopped') {
      await this.save(async () => {
        const { data } = await cloud.requests.delegate(input);
        wx.showToast({ title: words().t(`delegate.${done}`), icon: 'success' });
        return { now: data.delegation, person: null };
      });
    },

    onPerson() {
      this.setData({ picking: true });
    },

    onPicked({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.setData({ picking: false });
      this.update({ person: { id: detail.id, name: detail.name, nameEn: detail.nameEn } });
    },

    onPickClose() {
      this.setData({ picking: false });
    },

    onFrom(event: WechatMiniprogram.PickerChange) {
      const from = String(event.detail.value) as Day;
      this.update({ from, to: isBefore(this.model.to, from) ? from : this.model.to });
    },

    onTo(event: WechatMiniprogram.PickerChange) {
      const to = String(event.detail.value) as Day;
      this.update({ to, from: isBefore(to, this.model.from) ? to : this.model.from });
    },

    onSave() {
      const { person, from, to } = this.model;
      if (person) void this.delegate({ delegateId: person.id, from, to }, 'saved');
    },

    onStop() {
      void this.delegate({ delegateId: null }, 'stopped');
    },
  },
});
