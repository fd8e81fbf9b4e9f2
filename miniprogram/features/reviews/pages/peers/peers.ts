import '../../words/words';
import type { PersonBrief } from '#contracts/person';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { type Link, screen } from '../../../../services/screen';
import { type PeersModel, peersView } from './peers.view';

function startModel({ cycle = '', id = '' }: Link): PeersModel {
  return {
    ...{ cycleId: cycle, employeeId: id, data: null, peers: [], changed: false },
    ...{ finding: false, busy: false, failure: null },
  };
}

type Tapped = WechatMiniprogram.TouchEvent<never, never, { readonly id: string }>;

screen({
  title: 'titles.reviewPeers',
  start: startModel,
  view: peersView,
  leaving: ({ changed }) => (changed ? 'reviewPeers.leaving' : null),
  async load({ cycleId, employeeId }) {
    const { data } = await cloud.appraisal.peers({ cycleId, employeeId });
    return (model: PeersModel) => ({ data, ...(!model.changed && { peers: data.peers }) });
  },

  on: {
    add(person: PersonBrief) {
      const { peers } = this.model;
      if (peers.some(({ id }) => id === person.id)) return;
      this.update({ peers: [...peers, person], changed: true, failure: null });
    },

    onAdd({ currentTarget }: Tapped) {
      const person = this.model.data?.proposed.find(({ id }) => id === currentTarget.dataset.id);
      if (person) this.add(person);
    },

    onRemove({ currentTarget }: Tapped) {
      const { id } = currentTarget.dataset;
      const peers = this.model.peers.filter((each) => each.id !== id);
      this.update({ peers, changed: true, failure: null });
    },

    onFind() {
      this.update({ finding: true });
    },

    onFound({ detail }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      this.update({ finding: false });
      this.add({ id: detail.id, name: detail.name, nameEn: detail.nameEn });
    },

    onFindClose() {
      this.update({ finding: false });
    },

    async onSave() {
      const { data, cycleId, employeeId, peers } = this.model;
      if (!data || !this.data.ready) return;
      const change = { cycleId, rev: data.rev, peerIds: peers.map(({ id }) => id) };
      if (data.may !== 'choose' && !(await this.isSure(peers.length))) return;
      const failure = await this.save(async () => {
        if (data.may === 'choose') await cloud.appraisal.choosePeers(change);
        else await cloud.appraisal.confirmPeers({ ...change, employeeId });
        return { changed: false };
      });
      if (failure) return;
      wx.showToast({ title: words().t('reviewPeers.saved'), icon: 'success' });
      navigate.back();
    },

    async isSure(count: number): Promise<boolean> {
      const { confirm } = await wx.showModal({
        content: words().t('reviewPeers.confirmAsk', { count }),
        confirmText: words().t('reviewPeers.confirm'),
        cancelText: words().t('common.cancel'),
      });
      return confirm;
    },
  },
});
