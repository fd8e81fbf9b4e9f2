import type { PersonBrief } from '#contracts/person';
import { errorText } from '../../locales/error-text';
import { personName } from '../../locales/request-text';
import { failureOf } from '../../services/client-error';
import { cloud } from '../../services/cloud';
import { words } from '../../services/language';
import { navigate } from '../../services/navigate';
import { cachedProfile } from '../../services/profile-data';

interface Card {
  readonly name: string;
  readonly number: string;
  readonly place: string;
  readonly note: string;
  readonly found: PersonBrief | null;
  /** Not on one's own card: nobody writes feedback to themselves. */
  readonly canWrite: boolean;
}

const BLANK: Card = { name: '', number: '', place: '', note: '', found: null, canWrite: false };

/** A sheet that says who a colleague is, as the directory knows them. Tells `close`. */
Component({
  properties: {
    /** Employee id; empty while the sheet is closed. */
    person: { type: String, value: '' },
  },
  data: { card: BLANK, give: '', ask: '', seen: '' },
  observers: {
    person(id: string) {
      if (id) void this.load(id);
    },
  },
  methods: {
    async load(id: string) {
      const [give, ask] = [words().t('personCard.give'), words().t('personCard.ask')];
      this.setData({ card: BLANK, give, ask, seen: words().t('personCard.seen') });
      const card = await cardOf(id);
      // Another person may have been chosen meanwhile.
      if (this.data.person === id) this.setData({ card });
    },
    onGive() {
      this.write('give');
    },
    onAsk() {
      this.write('ask');
    },
    write(intent: 'give' | 'ask') {
      const { found } = this.data.card;
      if (!found) return;
      this.triggerEvent('close');
      navigate.giveFeedback(intent, found);
    },
    onSeen() {
      const { found } = this.data.card;
      if (!found) return;
      this.triggerEvent('close');
      navigate.feedback(found.id);
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
      found: { id: found.id, name: found.name, nameEn: found.nameEn },
      canWrite: found.id !== cachedProfile()?.employeeId,
    };
  } catch (thrown) {
    return { ...BLANK, note: errorText(failureOf(thrown), words()) };
  }
}
