import '../../words/words';
import type { Day } from '#contracts/common';
import type { Verb } from '#contracts/request';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { askOnTap } from '../../../../services/ask-on-tap';
import { ClientError, failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { openPaper } from '../../../../services/documents';
import { words } from '../../../../services/language';
import { navigate } from '../../../../services/navigate';
import { sendAction } from '../../../../services/request-actions';
import { type Link, screen } from '../../../../services/screen';
import { noteSeen } from '../../../../services/seen-requests';
import { noteTemplates } from '../../../../services/subscribe';
import { dayOf } from '../../../../utils/dates';
import { isSalaryChange } from '../../../../utils/is-salary-change';
import { minutesOf } from '../../../../utils/wall-clock';
import { type Back, firstBack, fitting } from '../../back-early.model';
import { isConfirmed } from '../../confirm';
import { detailView, noDetail } from '../../detail.view';
import type { Sheet } from '../../detail-sheet.view';
import { namesOf, peopleIn } from '../../people-in';

screen({
  title: 'titles.request',
  start: () => noDetail,
  view: detailView,
  data: { picking: false, pickTitle: '' },
  fields: () => ({
    id: '',
    pickFor: 'transfer' as 'transfer' | 'add-signer',
  }),
  loadOn: 'show',

  on: {
    onLoad({ id = '' }: Link) {
      this.id = id;
    },

    async load() {
      await this.attempt(async () => {
        const { data } = await cloud.requests.detail({ id: this.id });
        if (isSalaryChange(data)) return void navigate.salaryChangeInstead(this.id);
        noteTemplates(data.templates);
        this.update({ detail: data, failure: null });
        if (data.state === 'rejected' && data.may.includes('resubmit')) noteSeen(this.id);
        const ids = peopleIn(data.form, data.values).filter((id) => !(id in this.model.names));
        if (ids.length > 0) this.update({ names: { ...this.model.names, ...(await namesOf(ids)) } });
        return undefined;
      });
    },

    /** Approves, and asks for the message about the next request in the same tap. */
    approve() {
      void askOnTap('waiting');
      return this.act((expecting) => cloud.requests.decide({ ...expecting, verb: 'approve' }));
    },

    /** Sends one action, then shows the request as it is now; a failure stays to be read. */
    async act(send: (expecting: { id: string; rev: number }) => Promise<unknown>) {
      const { detail, busy } = this.model;
      if (!detail || busy) return;
      this.update({ sheet: null });
      await this.save(
        async () => {
          await send({ id: detail.id, rev: detail.rev });
          wx.vibrateShort({ type: 'light', fail: () => undefined });
          return undefined;
        },
        () => this.load(),
      );
    },

    onAction(event: WechatMiniprogram.TouchEvent<never, never, { verb: Verb | 'comment' }>) {
      const { verb } = event.currentTarget.dataset;
      switch (verb) {
        case 'approve':
          return this.approve();
        case 'comment':
          return this.update({ sheet: 'approve' });
        case 'reject':
        case 'return':
        case 'cancel':
          return this.update({ sheet: verb });
        case 'shorten':
          return this.update({
            sheet: verb,
            back: firstBack(this.model.detail ?? { period: null }, dayOf(serverNow(), CHINA_UTC_OFFSET)),
          });
        case 'withdraw':
          return this.confirmWithdraw();
        case 'urge':
          return this.urge();
        case 'resubmit':
          return void wx.redirectTo({
            url: `/features/requests/pages/form/form?${this.model.detail?.state === 'returned' ? 'again' : 'from'}=${this.id}`,
          });
        case 'transfer':
        case 'add-signer':
          return this.pick(verb);
        default:
          return undefined;
      }
    },

    async confirmWithdraw() {
      const { t } = words();
      const question = {
        title: t('detail.withdraw'),
        content: t('detail.confirmWithdraw'),
        ok: t('detail.withdraw'),
      };
      if (await isConfirmed(question)) await this.act((expecting) => cloud.requests.withdraw(expecting));
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
      const title = words().t(verb === 'transfer' ? 'pending.transferTitle' : 'pending.addSignerTitle');
      this.update({ sheet: null });
      this.setData({ picking: true, pickTitle: title });
    },

    onPicked({ detail: { id } }: WechatMiniprogram.CustomEvent<{ id: string }>) {
      this.setData({ picking: false });
      void this.act((expecting) => sendAction(expecting, { verb: this.pickFor, personId: id }));
    },

    onPickClose() {
      this.setData({ picking: false });
    },

    onMore() {
      this.update({ sheet: 'more' });
    },

    onExplain() {
      this.update({ explaining: !this.model.explaining });
    },

    onUnfold() {
      this.update({ unfolded: !this.model.unfolded });
    },

    onSheetClose() {
      this.update({ sheet: null });
    },

    async onComment({ detail }: WechatMiniprogram.CustomEvent<{ comment: string; subject: string }>) {
      const { detail: request, sheet, back, busy } = this.model;
      const asked = sheet && sheet !== 'more' && request && !busy && commented(sheet, detail.comment, back);
      if (!asked) return;
      if (sheet !== 'cancel' && sheet !== 'shorten') void askOnTap('waiting');
      const { id, rev } = request;
      await this.saveSheet(detail, {
        async send(key) {
          await asked({ id, rev }, key);
          wx.vibrateShort({ type: 'light', fail: () => undefined });
          return {};
        },
        closed: { sheet: null },
      });
    },

    onBack(event: WechatMiniprogram.PickerChange) {
      const { detail, back } = this.model;
      const value = String(event.detail.value);
      if (!detail?.period || !back) return;
      if (detail.period.unit === 'hour') this.update({ back: { ...back, at: minutesOf(value) } });
      else this.update({ back: fitting(detail.period, { ...back, on: value as Day }, detail.wholeDays) });
    },

    onBackHalf(event: WechatMiniprogram.TouchEvent<never, never, { half: 'whole' | 'noon' }>) {
      const { back } = this.model;
      const { half } = event.currentTarget.dataset;
      if (back) this.update({ back: { on: back.on, ...(half === 'noon' && { at: 'noon' as const }) } });
    },

    /** Links come from the server, which checks access: cloud storage lets only the owner read a file. */
    async onFile(event: WechatMiniprogram.TouchEvent<never, never, { file: string }>) {
      const { file } = event.currentTarget.dataset;
      try {
        const { data } = await cloud.requests.fileLinks({ id: this.id, fileIds: [file] });
        const [link] = data.links;
        if (link) await openPaper(link);
        else this.update({ failure: failureOf(new ClientError('NOT_FOUND', { what: 'file' })) });
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },

    onUndoing() {
      const { detail } = this.model;
      if (detail?.undoing) navigate.request(detail.undoing);
    },

    onHandover() {
      navigate.handover(this.data.handover.employeeId);
    },
  },
});

/** What is sent with a comment; null where nothing is chosen yet. */
function commented(sheet: Exclude<Sheet, 'more'>, comment: string, back: Back | null) {
  type Expecting = { readonly id: string; readonly rev: number };
  if (sheet === 'cancel')
    return (expecting: Expecting, key: string) =>
      cloud.requests.cancel({ ...expecting, key, reason: comment });
  if (sheet !== 'shorten')
    return (expecting: Expecting) =>
      cloud.requests.decide({ ...expecting, verb: sheet, ...(comment && { comment }) });
  if (!back) return null;
  const { on: backOn, at } = back;
  const until = { backOn, ...(at !== undefined && { at }), reason: comment };
  return (expecting: Expecting, key: string) => cloud.requests.shorten({ ...expecting, key, ...until });
}
