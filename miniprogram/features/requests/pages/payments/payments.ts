import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { onLanguageChange, words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { keptProfile } from '../../../../services/profile-data';
import { showTitle } from '../../../../services/title';
import { changedPaths } from '../../../../utils/changed-paths';
import { type PaymentsModel, paymentsView } from '../../payments.view';

type PaymentEvent = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

const CHINA_OFFSET = 480;
const empty: PaymentsModel = {
  due: null,
  own: [],
  failure: null,
  marking: null,
  busy: false,
  reference: '',
  isPayroll: false,
  utcOffset: CHINA_OFFSET,
};

Page({
  data: paymentsView(empty, words()),
  model: empty,
  stop: null as (() => void) | null,

  onLoad() {
    this.model = { ...empty, isPayroll: keptProfile()?.roles.includes('payroll') ?? false };
    this.stop = onLanguageChange(() => this.update({}));
    this.update({});
  },

  onShow() {
    void this.load();
  },

  onUnload() {
    this.stop?.();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  update(change: Partial<PaymentsModel>) {
    this.model = { ...this.model, ...change };
    showTitle('titles.payments');
    const changes = changedPaths(this.data, paymentsView(this.model, words()));
    if (Object.keys(changes).length > 0) this.setData(changes);
  },

  async load() {
    try {
      const { data } = await cloud.requests.payments({});
      this.update({ due: data.due, own: data.own, failure: null });
    } catch (thrown) {
      this.update({ failure: failureOf(thrown) });
    }
  },

  onMark(event: PaymentEvent) {
    this.update({ marking: event.currentTarget.dataset.id });
  },

  onMarkClose() {
    this.update({ marking: null });
  },

  async onMarkOk({ detail }: WechatMiniprogram.CustomEvent<{ comment: string }>) {
    const { due, marking, busy } = this.model;
    const payment = due?.find(({ id }) => id === marking);
    if (!payment || busy) return;
    const reference = detail.comment;
    this.update({ marking: null, busy: true, failure: null, reference });
    try {
      await cloud.requests.markPaid({ id: payment.id, rev: payment.rev, reference });
      wx.vibrateShort({ type: 'light', fail: () => undefined });
      await this.load();
      this.update({ busy: false });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (failure.code === 'REQUEST_CHANGED') await this.load();
      this.update({ busy: false, failure });
    }
  },

  onOpen(event: PaymentEvent) {
    navigate.request(event.currentTarget.dataset.id);
  },

  onRetry() {
    this.update({ failure: null });
    void this.load();
  },
});
