/** Attributes of a built-in component, events as `bind…`; see https://developers.weixin.qq.com/miniprogram/dev/component/ */
interface AttributeTable {
  /** What the preview does as the platform does it. */
  readonly supported: ReadonlySet<string>;
  /** What the platform knows and the preview ignores. */
  readonly ignored: ReadonlySet<string>;
}

const table = (supported: string, ignored = ''): AttributeTable => ({
  supported: new Set(supported.split(' ').filter(Boolean)),
  ignored: new Set(ignored.split(' ').filter(Boolean)),
});

const HOVER = 'hover-class hover-start-time hover-stay-time hover-stop-propagation';
/** The preview's keyboard covers nothing, so that room for it needs no work: cursor-spacing, adjust-position, hold-keyboard. */
const FIELD =
  'value placeholder placeholder-style placeholder-class disabled maxlength focus auto-focus name confirm-type cursor-spacing adjust-position hold-keyboard bindinput bindfocus bindblur bindconfirm';
const FIELD_IGNORED =
  'cursor cursor-color selection-start selection-end confirm-hold always-embed bindkeyboardheightchange bindselectionchange bindnicknamereview';

/** By tag; a tag that is not here is not checked. */
const BUILT_IN_ATTRIBUTES: ReadonlyMap<string, AttributeTable> = new Map([
  ['view', table(HOVER)],
  ['text', table('', 'selectable user-select space decode overflow max-lines')],
  ['image', table('src mode bindload binderror', 'webp lazy-load show-menu-by-longpress')],
  [
    'scroll-view',
    table(
      'scroll-x scroll-y upper-threshold lower-threshold scroll-top scroll-left scroll-into-view scroll-with-animation enhanced show-scrollbar scroll-into-view-offset enable-flex scroll-anchoring refresher-enabled refresher-threshold refresher-default-style refresher-background refresher-triggered bindscroll bindscrolltoupper bindscrolltolower bindrefresherpulling bindrefresherrefresh bindrefresherrestore bindrefresherabort',
      'enable-back-to-top bounces paging-enabled fast-deceleration enable-passive type using-sticky binddragstart binddragging binddragend',
    ),
  ],
  [
    'swiper',
    table(
      'indicator-dots indicator-color indicator-active-color autoplay current current-item-id interval vertical duration circular previous-margin next-margin display-multiple-items easing-function bindchange bindanimationfinish bindtransition',
      'snap-to-edge',
    ),
  ],
  ['swiper-item', table('item-id')],
  ['input', table(`${FIELD} type password`, `${FIELD_IGNORED} safe-password-cert-path safe-password-length`)],
  [
    'textarea',
    table(
      `${FIELD} auto-height`,
      `${FIELD_IGNORED} fixed show-confirm-bar disable-default-padding bindlinechange`,
    ),
  ],
  ['switch', table('checked disabled color name bindchange', 'type')],
  ['checkbox', table('value checked disabled color name')],
  ['checkbox-group', table('name bindchange')],
  ['radio', table('value checked disabled color name')],
  ['radio-group', table('name bindchange')],
  ['label', table('for')],
  [
    'slider',
    table(
      'min max step disabled value active-color background-color name bindchange bindchanging',
      'color selected-color activeColor backgroundColor block-size block-color show-value',
    ),
  ],
  ['canvas', table('type canvas-id disable-scroll bindtouchstart bindtouchmove bindtouchend binderror')],
  ['match-media', table('min-width max-width width min-height max-height height orientation')],
  ['movable-area', table('', 'scale-area')],
  [
    'movable-view',
    table(
      'direction x y out-of-bounds disabled scale scale-value bindchange bindhtouchmove bindvtouchmove',
      'inertia damping friction animation scale-min scale-max bindscale',
    ),
  ],
  [
    'page-container',
    table(
      'show duration z-index overlay position round overlay-style custom-style bindbeforeenter bindenter bindafterenter bindbeforeleave bindleave bindafterleave bindclickoverlay',
      'close-on-slide-down',
    ),
  ],
  [
    'page-meta',
    table(
      'background-color page-style root-font-size page-font-size',
      'background-text-style background-color-top background-color-bottom root-background-color scroll-top scroll-duration page-orientation bindresize bindscroll bindscrolldone',
    ),
  ],
  ['root-portal', table('enable')],
  [
    'video',
    table(
      'src poster controls autoplay loop muted initial-time object-fit bindplay bindpause bindended bindtimeupdate bindwaiting binderror bindloadedmetadata',
      'duration danmu-list danmu-btn enable-danmu page-gesture direction show-progress show-fullscreen-btn show-play-btn show-center-play-btn enable-progress-gesture show-mute-btn title play-btn-position enable-play-gesture auto-pause-if-navigate auto-pause-if-open-native vslide-gesture vslide-gesture-in-fullscreen show-bottom-progress ad-unit-id poster-for-crawler show-casting-button picture-in-picture-mode enable-auto-rotation show-screen-lock-button show-snapshot-button show-background-playback-button bindfullscreenchange bindprogress bindcontrolstoggle bindenterpictureinpicture bindleavepictureinpicture',
    ),
  ],
]);

/** Attributes of every tag. */
const COMMON = new Set('id class style hidden slot is key animation role tabindex'.split(' '));
const COMMON_PREFIX = /^(?:wx:|data-|aria-|mark:|generic:|change:|worklet:|let:|model:|class:|style:)/;
/** Custom events of children may bubble through any tag, so an event is wrong only if its own tag has it. */
const EVENT = /^(?:capture-)?(?:mut-)?(?:bind|catch):?(.+)$/;

/** What is wrong with an attribute as it is written on a built-in tag; null if nothing is. */
export function attributeFault(tag: string, written: string): 'ignored' | 'unknown' | null {
  const known = BUILT_IN_ATTRIBUTES.get(tag);
  if (!known) return null;
  const event = EVENT.exec(written)?.[1];
  if (event) return known.ignored.has(`bind${event}`) ? 'ignored' : null;
  const name = written.replace(/^model:/, '');
  if (known.supported.has(name)) return null;
  if (known.ignored.has(name)) return 'ignored';
  return COMMON.has(name) || COMMON_PREFIX.test(written) ? null : 'unknown';
}
