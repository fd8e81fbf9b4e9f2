import path from 'node:path';
import type { SourceFiles } from './source-files';

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: 'default' | 'custom';
  backgroundColor?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
}

export interface TabItem {
  pagePath: string;
  text: string;
  iconPath?: string;
  selectedIconPath?: string;
}

interface Subpackage {
  root: string;
  name?: string;
  pages: string[];
}

export interface AppJson {
  pages: string[];
  subPackages?: Subpackage[];
  subpackages?: Subpackage[];
  window?: WindowConfig;
  tabBar?: {
    /** The component in `custom-tab-bar/` is the tab bar. */
    custom?: boolean;
    color: string;
    selectedColor: string;
    backgroundColor?: string;
    borderStyle?: string;
    list: TabItem[];
  };
  usingComponents?: Record<string, string>;
  darkmode?: boolean;
  themeLocation?: string;
  permission?: Record<string, { desc: string }>;
  requiredPrivateInfos?: string[];
  __usePrivacyCheck__?: boolean;
  entryPagePath?: string;
}

/** A subpackage without pages is loaded when a page shows a component of it. */
const isLoadedWhenShown = ({ pages }: { pages: string[] }): boolean => pages.length === 0;

export type Theme = Record<'light' | 'dark', Record<string, string>>;

export interface AppConfig {
  readonly app: AppJson;
  /** All pages, those of subpackages included, the first one is where the Mini Program opens. */
  readonly pages: readonly string[];
  readonly theme: Theme;
  /** Root folders of the subpackages that are loaded when a component of them is shown. */
  readonly packagesOfComponents: readonly string[];
}

/** Reads app.json and the theme file that it names. Subpackages with pages count as loaded. */
export function readAppConfig(files: SourceFiles): AppConfig {
  const found = files.json<AppJson>('app.json');
  const app: AppJson = { ...found, pages: found.pages ?? [] };
  if (app.pages.length === 0)
    files.problems.push({
      kind: 'json',
      level: 'fault',
      message: 'no pages',
      place: 'app.json',
      fatal: true,
    });
  const packages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])];
  const pages = [
    ...app.pages,
    ...packages.flatMap(({ root, pages: own }) => own.map((page) => path.posix.join(root, page))),
  ];
  const theme = app.themeLocation ? files.json<Theme>(app.themeLocation) : {};
  const packagesOfComponents = packages.filter(isLoadedWhenShown).map(({ root }) => root.replace(/\/$/, ''));
  return { app, pages, theme: { light: theme.light ?? {}, dark: theme.dark ?? {} }, packagesOfComponents };
}
