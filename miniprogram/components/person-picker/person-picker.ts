import { cleanLine } from '../../common/clean-text';
import { errorText } from '../../locales/error-text';
import { personName } from '../../locales/request-text';
import { failureOf } from '../../services/client-error';
import { cloud } from '../../services/cloud';
import { words } from '../../services/language';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly shown: string;
  readonly details: string;
}

const SEARCH_DEBOUNCE_MS = 300;
/** One picker is open at a time. */
let timer = 0;

/** Bottom sheet to find one employee by name or id. */
Component({
  properties: {
    show: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** Leaves out the person who looks for somebody. */
    others: { type: Boolean, value: false },
  },
  data: { rows: [] as Row[], note: '', placeholder: '' },
  observers: {
    show(show: boolean) {
      if (show) this.setData({ rows: [], note: '', placeholder: words().t('personPicker.search') });
    },
  },
  lifetimes: {
    detached() {
      clearTimeout(timer);
    },
  },
  methods: {
    onType(event: WechatMiniprogram.Input) {
      const text = cleanLine(event.detail.value);
      clearTimeout(timer);
      if (text) timer = setTimeout(() => void this.search(text), SEARCH_DEBOUNCE_MS);
    },
    async search(text: string) {
      try {
        const { data } = await cloud.people.find({ text, ...(this.data.others && { others: true }) });
        const rows = data.people.map((person) => ({
          id: person.id,
          name: person.name,
          nameEn: person.nameEn,
          shown: personName(person, words()),
          details: [person.id, words().pick(person.department), words().pick(person.job)].join(
            words().t('common.separator'),
          ),
        }));
        this.setData({ rows, note: rows.length > 0 ? '' : words().t('personPicker.nobody') });
      } catch (thrown) {
        this.setData({ rows: [], note: errorText(failureOf(thrown), words()) });
      }
    },
    onPick(event: WechatMiniprogram.TouchEvent<never, never, { id: string }>) {
      const row = this.data.rows.find(({ id }) => id === event.currentTarget.dataset.id);
      if (row) this.triggerEvent('pick', { id: row.id, name: row.name, nameEn: row.nameEn });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});
