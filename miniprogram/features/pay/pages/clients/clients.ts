import '../../words/words';
import type { Instant } from '#contracts/common';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { copyText } from '../../../../services/documents';
import { words } from '../../../../services/language';
import { companyOffset } from '../../../../services/today-data';
import { newKey } from '../../../../utils/new-key';
import { currentOpening } from '../../opening';
import { lockedScreen } from '../../pay-screen';
import {
  blankDraft,
  type ClientDraft,
  type ClientsModel,
  draftOf,
  nameOf,
  problemOf,
  scopeOf,
  validKeys,
} from './clients.model';
import { clientsView } from './clients.view';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<never, never, Data>;

/** A week is enough to change a system over, and short enough to be remembered. */
const USUAL_OVERLAP = 7;

const startModel = (): ClientsModel => ({
  ...{ clients: null, isLocked: currentOpening() === null, draft: null, rotating: null, made: null },
  ...{ openId: '', busy: false, failure: null, now: serverNow() as Instant, utcOffset: companyOffset() },
});

lockedScreen({
  title: 'titles.integrationClients',
  start: startModel,
  view: clientsView,
  network: 'retry',
  live: () => ({ now: serverNow() as Instant }),
  leaving: ({ draft, made }) => (made ? 'clients.leaveMade' : draft ? 'clients.leaveDraft' : null),
  /** What names a retry, so that a lost answer is asked for again and no second key is made. */
  fields: () => ({ key: newKey() }),
  load: async (_, opening) => ({ clients: (await cloud.integration.listClients({ opening })).data.clients }),
  // A key that was made stays until it is kept: who leaves to paste it comes back to it, behind the check.
  closed: { clients: null },
  ended: { clients: null, made: null },

  on: {
    clientOf(id: string) {
      return this.model.clients?.find((client) => client.id === id);
    },

    onAdd() {
      this.key = newKey();
      this.update({ draft: blankDraft, rotating: null, failure: null });
    },

    onScope({ currentTarget }: Tapped<{ id: string }>) {
      const client = this.clientOf(currentTarget.dataset.id);
      if (client) this.update({ draft: draftOf(client), rotating: null, failure: null });
    },

    onCancel() {
      this.update({ draft: null, rotating: null, failure: null });
    },

    onField({ currentTarget, detail }: WechatMiniprogram.Input<never, { field: keyof ClientDraft }>) {
      const { draft } = this.model;
      if (draft)
        this.update({ draft: { ...draft, [currentTarget.dataset.field]: detail.value }, failure: null });
    },

    onSave() {
      const { draft } = this.model;
      if (!draft || problemOf(draft) !== null) return;
      const scope = scopeOf(draft);
      void this.change(async (opening) => {
        if (draft.id !== '') {
          await cloud.integration.setScope({ ...scope, clientId: draft.id, opening });
          wx.showToast({ icon: 'none', title: words().t('clients.saved') });
          return { draft: null };
        }
        const input = { ...scope, name: nameOf(draft), key: this.key, opening };
        return { draft: null, made: (await cloud.integration.createClient(input)).data };
      });
    },

    onRotate({ currentTarget }: Tapped<{ id: string }>) {
      this.key = newKey();
      this.update({ rotating: { id: currentTarget.dataset.id, days: USUAL_OVERLAP }, failure: null });
    },

    onDays({ currentTarget }: Tapped<{ days: number }>) {
      const { rotating } = this.model;
      if (rotating) this.update({ rotating: { ...rotating, days: Number(currentTarget.dataset.days) } });
    },

    onMake() {
      const { rotating } = this.model;
      const client = this.clientOf(rotating?.id ?? '');
      if (!rotating || !client) return;
      const hasEarlier = validKeys(client, serverNow()).length > 0;
      void this.change(async (opening) => {
        const input = { clientId: rotating.id, overlapDays: rotating.days, key: this.key, opening };
        const { earlierUntil, ...made } = (await cloud.integration.rotateKey(input)).data;
        return { rotating: null, made: hasEarlier ? { ...made, earlierUntil } : made };
      });
    },

    async onEnd({ currentTarget }: Tapped<{ id: string; key: string }>) {
      const { id, key } = currentTarget.dataset;
      const client = this.clientOf(id);
      if (!client || this.model.busy) return;
      const { confirm } = await wx.showModal({
        content: words().t('clients.endAsk', { key, name: client.name }),
        confirmText: words().t('clients.end'),
        cancelText: words().t('common.cancel'),
      });
      if (!confirm) return;
      await this.change(async (opening) => {
        await cloud.integration.endKey({ clientId: id, keyId: key, opening });
        wx.showToast({ icon: 'none', title: words().t('clients.ended') });
        return { rotating: null };
      });
    },

    onHistory({ currentTarget }: Tapped<{ id: string }>) {
      const { id } = currentTarget.dataset;
      this.update({ openId: this.model.openId === id ? '' : id });
    },

    async onCopy({ currentTarget }: Tapped<{ what: 'keyId' | 'secret' }>) {
      try {
        await copyText(this.model.made?.[currentTarget.dataset.what] ?? '');
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },

    onKept() {
      this.update({ made: null, failure: null });
    },

    /** Sends one change and reads the list again; what was typed is kept while the second check is made once more. */
    async change(send: (opening: string) => Promise<Partial<ClientsModel>>) {
      if (this.model.busy) return;
      const opening = currentOpening();
      if (opening === null) return this.update({ isLocked: true, clients: null });
      this.update({ busy: true, failure: null });
      try {
        this.update({ ...(await send(opening)), busy: false });
      } catch (thrown) {
        const failure = failureOf(thrown);
        const isOver = failure.code === 'SECOND_CHECK_NEEDED';
        this.update({ busy: false, ...(isOver ? { isLocked: true, clients: null } : { failure }) });
        return;
      }
      await this.load();
    },
  },
});
