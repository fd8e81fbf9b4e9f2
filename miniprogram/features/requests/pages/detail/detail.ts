import type { RequestCard, Verb } from '../../../../../typings/contracts/requests';
import { failureOf } from '../../../../services/client-error';
import type { Answer } from '../../../../services/cloud';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { newKey } from '../../../../utils/new-key';
import { type DetailModel, detailView, type Sheet } from '../../detail.view';

const CHINA_OFFSET = 480;

const empty: DetailModel = {
  detail: null,
  failure: null,
  busy: false,
  sheet: null,
  comment: '',
  leaveNames: {},
  utcOffset: CHINA_OFFSET,
};

Page({
  data: { ...detailView(empty, words()), picking: false, pickTitle: '' },
  model: empty,
  id: '',
  cancelKey: '',
  pickFor: 'transfer' as 'transfer' | 'add-signer',
  stop: null as (() => void) | null,

  onLoad({ id = '' }: { id?: string }) {
    this.model = empty;
    this.id = id;
    this.cancelKey = newKey();
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
  },

  onShow() {
    void this.load();
  },

  onUnload() {
    this.stop?.();
  },

  update(change: Partial<DetailModel>) {
    this.model = { ...this.model, ...change };
    showTitle('titles.request');
    const changes = changedPaths(this.data, detailView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.requests.detail({ id: this.id });
      this.update({ detail: data, failure: null });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  /** Sends one action, then shows the request as it is now; a failure stays to be read. */
  async act(send: (expecting: { id: string; rev: number }) => Promise<Answer<RequestCard>>) {
    const { detail, busy } = this.model;
    if (!detail || busy) return;
    this.update({ busy: true, failure: null, sheet: null });
    try {
      await send({ id: detail.id, rev: detail.rev });
      wx.vibrateShort({ type: 'light', fail: () => undefined });
      await this.load();
      this.update({ busy: false, comment: '' });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'REQUEST_CHANGED') await this.load();
      this.update({ busy: false, failure });
    }
  },

  commented() {
    const comment = this.model.comment.trim();
    return comment ? { comment } : {};
  },

  onAction(event: WechatMiniprogram.TouchEvent<never, never, { verb: Verb }>) {
    const { verb } = event.currentTarget.dataset;
    switch (verb) {
      case 'approve':
        return this.act((expecting) => cloud.requests.decide({ ...expecting, verb }));
      case 'reject':
      case 'return':
      case 'cancel':
        return this.update({ sheet: verb, comment: '' });
      case 'withdraw':
        return this.confirmWithdraw();
      case 'urge':
        return this.urge();
      case 'resubmit':
        return void wx.redirectTo({ url: `/features/requests/pages/form/form?again=${this.id}` });
      case 'transfer':
      case 'add-signer':
        return this.pick(verb);
      default:
        return undefined;
    }
  },

  async confirmWithdraw() {
    const { confirm } = await wx.showModal({
      title: words().t('detail.withdraw'),
      content: words().t('detail.confirmWithdraw'),
      confirmText: words().t('detail.withdraw'),
      cancelText: words().t('common.cancel'),
    });
    if (confirm) await this.act((expecting) => cloud.requests.withdraw(expecting));
  },

  async urge() {
    try {
      await cloud.requests.urge({ id: this.id });
      wx.showToast({ title: words().t('detail.urged'), icon: 'success' });
      await this.load();
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  pick(verb: 'transfer' | 'add-signer') {
    this.pickFor = verb;
    const title = words().t(verb === 'transfer' ? 'detail.transferTitle' : 'detail.addSignerTitle');
    this.update({ sheet: null });
    this.setData({ picking: true, pickTitle: title });
  },

  onPicked({ detail: { id } }: WechatMiniprogram.CustomEvent<{ id: string }>) {
    this.setData({ picking: false });
    void this.act((expecting) =>
      this.pickFor === 'transfer'
        ? cloud.requests.transfer({ ...expecting, toId: id })
        : cloud.requests.addSigner({ ...expecting, signerId: id }),
    );
  },

  onPickClose() {
    this.setData({ picking: false });
  },

  onMore() {
    this.update({ sheet: 'more' });
  },

  onComment(event: WechatMiniprogram.TextareaInput) {
    this.model = { ...this.model, comment: event.detail.value };
  },

  onSheetClose() {
    this.update({ sheet: null });
  },

  onSheetOk() {
    const sheet = this.model.sheet as Exclude<Sheet, 'more'> | null;
    if (!sheet) return;
    const { comment } = this.model;
    if (sheet === 'cancel') {
      const key = this.cancelKey;
      void this.act((expecting) => cloud.requests.cancel({ ...expecting, key, reason: comment.trim() }));
    } else {
      void this.act((expecting) => cloud.requests.decide({ ...expecting, verb: sheet, ...this.commented() }));
    }
  },

  onFile(event: WechatMiniprogram.TouchEvent<never, never, { file: string }>) {
    wx.previewImage({ urls: [event.currentTarget.dataset.file], fail: () => undefined });
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
