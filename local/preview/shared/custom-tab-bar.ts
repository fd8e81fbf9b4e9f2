/** Where WeChat looks for the Mini Program's own tab bar. */
export const CUSTOM_TAB_BAR = 'custom-tab-bar/index';
