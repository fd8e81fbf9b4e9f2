import '../../words/words';
import { personName } from '../../../../locales/request-text';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { copyText } from '../../../../services/documents';
import { words } from '../../../../services/language';
import { screen } from '../../../../services/screen';
import { drawCode } from '../../../../utils/draw-code';
import {
  batchesOf,
  blankInvites,
  type InvitesModel,
  MAX_EMPTY_PAGES,
  toggled,
  withAnswer,
} from './invites.model';
import { invitesView, messageOf } from './invites.view';

type RowTap = WechatMiniprogram.TouchEvent<never, never, { id: string }>;

/** One page of people, and further ones while they are empty: most of a company is bound. */
async function loadPage(departmentId: string, from: string | null): Promise<Partial<InvitesModel>> {
  let change: Partial<InvitesModel> = {};
  let cursor = from;
  for (let page = 0; page < MAX_EMPTY_PAGES; page += 1) {
    const at = cursor === null ? {} : { cursor };
    const { data } = await cloud.people.unbound({ ...(departmentId && { departmentId }), ...at });
    const { people, next, departments } = data;
    change = { ...change, people, next, ...(departments && { departments }) };
    if (people.length > 0 || next === null) break;
    cursor = next;
  }
  return change;
}

screen({
  title: 'titles.invites',
  start: () => blankInvites,
  view: invitesView,
  load: ({ departmentId }) => loadPage(departmentId, null),
  subject: ({ departmentId }) => departmentId,
  failed: (failure): Partial<InvitesModel> => ({ failure, more: 'idle' }),
  network: 'retry',
  leaving: ({ made }) => (made ? 'invites.leave' : null),

  on: {
    onDepartment({ detail }: WechatMiniprogram.PickerChange) {
      const departmentId = this.model.departments[Number(detail.value) - 1]?.id ?? '';
      if (departmentId === this.model.departmentId) return;
      this.update({ departmentId, people: null, next: null, chosen: [], failure: null });
      void this.load();
    },

    onDays({ detail }: WechatMiniprogram.PickerChange) {
      this.update({ days: Number(detail.value) + 1 });
    },

    onToggle({ currentTarget }: RowTap) {
      this.update({ chosen: toggled(this.model.chosen, currentTarget.dataset.id) });
    },

    onAll() {
      const ids = (this.model.people ?? []).map(({ id }) => id);
      this.update({ chosen: this.data.isAll ? [] : ids });
    },

    async onMore() {
      const { next, departmentId, more } = this.model;
      if (next === null || more === 'loading') return;
      this.update({ more: 'loading' });
      await this.attempt(async () => {
        const page = await loadPage(departmentId, next);
        return ({ people }) => ({
          ...page,
          people: [...(people ?? []), ...(page.people ?? [])],
          more: 'idle',
        });
      });
    },

    /** In portions; after a failure the codes made so far are shown, and the others can be tried again. */
    async onMake() {
      const { chosen, days, busy } = this.model;
      if (busy || chosen.length === 0) return;
      this.update({ busy: true, failure: null });
      try {
        for (const employeeIds of batchesOf(chosen)) {
          const { data } = await cloud.people.invite({ employeeIds, days });
          this.update(withAnswer(this.model, data));
        }
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
      this.update({ busy: false });
    },

    async copy(text: string) {
      try {
        await copyText(text);
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },

    /** What is passed on to these people; all of them without an id. */
    messages(id = ''): string {
      const { made } = this.model;
      if (!made) return '';
      const invites = made.invites.filter((invite) => id === '' || invite.id === id);
      const texts = invites.map((invite) =>
        messageOf(personName(invite, words()), invite.code, made.expiresAt, words()),
      );
      return texts.join('\n');
    },

    onCopy({ currentTarget }: RowTap) {
      void this.copy(this.messages(currentTarget.dataset.id));
    },

    onCopyAll() {
      void this.copy(this.messages());
    },

    onShowCode({ currentTarget }: RowTap) {
      this.update({ shownId: currentTarget.dataset.id });
    },

    onHideCode() {
      this.update({ shownId: '' });
    },

    onDone() {
      this.update({ made: null, shownId: '', failure: null });
    },

    /** The sheet is open: before, its canvas has no size. */
    onCodeShown() {
      const { code } = this.data.shown;
      this.createSelectorQuery()
        .select('#code')
        .fields({ node: true, size: true })
        .exec(([found]) => {
          if (found?.node && code) drawCode(found.node, found.width, wx.getWindowInfo().pixelRatio, code);
        });
    },
  },
});
