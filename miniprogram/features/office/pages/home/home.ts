import '../../words/words';
import { navigate } from '../../../../services/navigate';
import { cachedProfile, loadProfile } from '../../../../services/profile-data';
import { screen } from '../../../../services/screen';
import { homeView } from './home.view';

screen({
  title: 'titles.office',
  start: () => ({ profile: cachedProfile() }),
  view: ({ profile }, words) => homeView(profile, words),
  // The page is opened from Me, which has just read the profile; only a link from elsewhere comes without.
  load: async ({ profile }) => (profile ? undefined : { profile: await loadProfile() }),

  on: {
    onOpen(event: WechatMiniprogram.TouchEvent<never, never, { url: string }>) {
      navigate.to(event.currentTarget.dataset.url);
    },
  },
});
