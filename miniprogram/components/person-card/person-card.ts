import { errorText } from '../../locales/error-text';
import { personName } from '../../locales/request-text';
import { failureOf } from '../../services/client-error';
import { cloud } from '../../services/cloud';
import { words } from '../../services/language';

interface Card {
  readonly name: string;
  readonly number: string;
  readonly place: string;
  readonly note: string;
}

const BLANK: Card = { name: '', number: '', place: '', note: '' };

/** A sheet that says who a colleague is, as the directory knows them. Tells `close`. */
Component({
  properties: {
    /** Employee id; empty while the sheet is closed. */
    person: { type: String, value: '' },
  },
  data: { card: BLANK },
  observers: {
    person(id: string) {
      if (id) void this.load(id);
    },
  },
  methods: {
    async load(id: string) {
      this.setData({ card: BLANK });
      const card = await cardOf(id);
      // Another person may have been chosen meanwhile.
      if (this.data.person === id) this.setData({ card });
    },
    onClose() {
      this.triggerEvent('close');
    },
  },
});

async function cardOf(id: string): Promise<Card> {
  try {
    const { data } = await cloud.people.find({ ids: [id] });
    const [found] = data.people;
    if (!found) return { ...BLANK, note: words().t('errors.NOT_FOUND') };
    return {
      name: personName(found, words()),
      number: words().t('me.employeeId', { id: found.id }),
      place: [words().pick(found.department), words().pick(found.job)]
        .filter(Boolean)
        .join(words().t('common.separator')),
      note: '',
    };
  } catch (thrown) {
    return { ...BLANK, note: errorText(failureOf(thrown), words()) };
  }
}
