/** Path of the Mini Program's custom tab bar. */
export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';
