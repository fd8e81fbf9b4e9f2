import '../../words/words';
import type { Day } from '#contracts/common';
import type { DepartmentBrief } from '#contracts/department';
import type { Assignment } from '#contracts/employee';
import type { PersonBrief } from '#contracts/person';
import { CHINA_UTC_OFFSET } from '../../../../common/units';
import { failureOf } from '../../../../services/client-error';
import { serverNow } from '../../../../services/clock';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { confirmDiscard } from '../../../../services/leaving';
import { screen } from '../../../../services/screen';
import { dayOf } from '../../../../utils/dates';
import { effectsOf } from '../../effects';
import {
  changedSettings,
  draftOf,
  type EmployeeDraft,
  type EmployeeModel,
  inputOf,
  newAssignment,
  noEmployee,
  toggledSite,
  withAssignment,
  withoutAssignment,
} from '../../employee.model';
import { changerOf } from '../../history.view';
import { employeeView } from './employee.view';

type Tap<Data extends WechatMiniprogram.IAnyObject> = WechatMiniprogram.TouchEvent<never, never, Data>;
type DayEvent = WechatMiniprogram.CustomEvent<{ value: Day }>;

const read = async (id: string) => (await cloud.people.employee({ id })).data;

/** HR: manager, department, assignments and last day of one person. */
screen({
  title: 'titles.employee',
  start: () => noEmployee(dayOf(serverNow(), CHINA_UTC_OFFSET)),
  view: employeeView,

  async load({ chosen }) {
    if (!chosen) return undefined;
    const data = await read(chosen.id);
    return { data, draft: draftOf(data) };
  },
  subject: ({ chosen }) => chosen?.id,
  failed: (loadFailure) => ({ loadFailure }),
  leaving: (model) => (changedSettings(model).length > 0 ? 'employee.leave' : null),

  on: {
    edit(change: Partial<EmployeeDraft>) {
      const { draft } = this.model;
      if (draft) this.update({ draft: { ...draft, ...change }, failure: null, clash: '' });
    },

    async onFind() {
      if (this.data.changes === '' || (await confirmDiscard(this.data.changes)))
        this.update({ open: 'person' });
    },

    onManager() {
      this.update({ open: 'manager' });
    },

    onDepartment() {
      this.update({ open: 'department' });
    },

    onClose() {
      this.update({ open: 'none' });
    },

    onPicked({ detail: { id, name, nameEn } }: WechatMiniprogram.CustomEvent<PersonBrief>) {
      const person = { id, name, nameEn };
      if (this.model.open === 'manager') {
        this.edit({ managerId: id, manager: person });
        this.update({ open: 'none' });
        return;
      }
      this.update({ ...noEmployee(this.model.today), chosen: person });
      void this.load();
    },

    onNoManager() {
      this.edit({ managerId: null, manager: null });
    },

    onDepartmentPicked({ detail }: WechatMiniprogram.CustomEvent<DepartmentBrief>) {
      this.edit({ departmentId: detail.id, department: detail.name });
      this.update({ open: 'none' });
    },

    onAdd() {
      const { data, draft, today } = this.model;
      if (data && draft) this.update({ form: newAssignment(draft, data, today), open: 'assignment' });
    },

    editForm(change: Partial<Assignment>) {
      const { form } = this.model;
      if (form) this.update({ form: { ...form, ...change } });
    },

    onFrom({ detail }: DayEvent) {
      this.editForm({ from: detail.value });
    },

    onShift({ currentTarget }: Tap<{ id: string }>) {
      this.editForm({ shiftId: currentTarget.dataset.id });
    },

    onSite({ currentTarget }: Tap<{ id: string }>) {
      const { form } = this.model;
      if (form) this.editForm(toggledSite(form, currentTarget.dataset.id));
    },

    onPolicy({ currentTarget }: Tap<{ id: Assignment['fieldPolicy'] }>) {
      this.editForm({ fieldPolicy: currentTarget.dataset.id });
    },

    onApply() {
      const { form, draft } = this.model;
      if (!form || !draft || !this.data.form.ready) return;
      this.edit({ assignments: withAssignment(draft.assignments, form) });
      this.update({ form: null, open: 'none' });
    },

    onRemove({ currentTarget }: Tap<{ from: Day }>) {
      const { draft } = this.model;
      if (draft) this.edit({ assignments: withoutAssignment(draft.assignments, currentTarget.dataset.from) });
    },

    onLastDay({ detail }: DayEvent) {
      this.edit({ lastDay: detail.value });
    },

    onNoLastDay() {
      this.edit({ lastDay: null });
    },

    async onDiscard() {
      const { data } = this.model;
      if (data && (await confirmDiscard(this.data.changes)))
        this.update({ draft: draftOf(data), failure: null, clash: '' });
    },

    /** Whom it touches is shown first; what touches nobody is saved at once. */
    async onSave() {
      const { data, draft } = this.model;
      if (!data || !draft || !this.data.canSave) return;
      await this.send(async () => {
        const effects = await effectsOf({ cause: 'person', input: inputOf(data, draft) });
        return effects ? { effects, open: 'effects' } : this.store();
      });
    },

    async onConfirm() {
      if (this.model.busy) return;
      this.update({ open: 'none' });
      await this.send(() => this.store());
    },

    async store(): Promise<Partial<EmployeeModel>> {
      const { data, draft } = this.model;
      if (!data || !draft) return {};
      await cloud.people.saveEmployee(inputOf(data, draft));
      const fresh = await read(data.person.id);
      wx.showToast({ title: words().t('employee.saved'), icon: 'success' });
      return { data: fresh, draft: draftOf(fresh), clash: '' };
    },

    async send(run: () => Promise<Partial<EmployeeModel>>) {
      const failure = await this.save(run);
      if (failure?.code === 'VERSION_CONFLICT') await this.catchUp();
    },

    /** After a version conflict: the stored state, and who has changed it. */
    async catchUp() {
      const { chosen } = this.model;
      if (!chosen) return;
      try {
        const data = await read(chosen.id);
        const [last] = data.history;
        this.update({
          data,
          draft: draftOf(data),
          failure: null,
          clash: last ? changerOf(last, words()) : this.data.name,
        });
      } catch (thrown) {
        this.update({ failure: failureOf(thrown) });
      }
    },
  },
});
