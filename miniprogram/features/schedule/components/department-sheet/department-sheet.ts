import '../../words/words';
import type { DepartmentBrief } from '#contracts/department';
import { failureOf } from '../../../../services/client-error';
import { cloud } from '../../../../services/cloud';
import { words } from '../../../../services/language';
import { type DepartmentLine, departmentLines } from '../../departments.view';
import { loadState } from '../../load-state';

/** As the last sheet read them: departments change rarely. */
let known: readonly DepartmentBrief[] = [];

/** A sheet in which one department is chosen from the tree. Tells `pick` with the department, and `close`. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    /** Id of the department that is shown now. */
    chosen: { type: String, value: '' },
  },
  data: { lines: [] as DepartmentLine[], title: '', error: '', retry: '', loading: false },
  observers: {
    show(show: boolean) {
      if (!show) return;
      this.setData({ title: words().t('roster.choose') });
      this.draw();
      void this.load();
    },
  },
  methods: {
    draw() {
      this.setData({ lines: departmentLines(known, this.data.chosen, words()) });
    },
    async load() {
      this.setData({ error: '', loading: known.length === 0 });
      try {
        known = (await cloud.people.departments({})).data.departments;
        this.draw();
      } catch (thrown) {
        const { error, retry } = loadState(false, failureOf(thrown), words());
        this.setData({ error, retry });
      }
      this.setData({ loading: false });
    },
    onRetry() {
      void this.load();
    },
    onPick(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const found = known.find(({ id }) => id === event.currentTarget.dataset.id);
      if (found) this.triggerEvent('pick', found);
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
