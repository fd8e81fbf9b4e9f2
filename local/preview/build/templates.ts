import path from 'node:path';
import { Script } from 'node:vm';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Problem } from '../shared/problem';
import type { ComponentNode } from './component-graph';
import type { SourceFiles } from './source-files';
import { wxsRequires, wxsToJavaScript } from './wxs-source';

interface TemplateDiagnostic {
  readonly isError: boolean;
  readonly level: string;
  readonly message: string;
  readonly startLine: number;
  readonly startColumn: number;
}

/** WeChat's compiler takes tags like `<mp-actionSheet>` without a word. */
const UNTOLD = 'avoid uppercase letters';
/** What every WXS module may call. */
const WXS_GLOBALS =
  'var getRegExp=(p,f)=>new RegExp(p,f),getDate=(...a)=>a.length?new Date(...a):new Date();';

/** Compiles the WXML and WXS of all components to one JavaScript expression: path -> template. */
export function compileTemplates(files: SourceFiles, nodes: readonly ComponentNode[]): string {
  const group = TmplGroup.newDev();
  const compiler = new TemplateCompiler(files, group);
  for (const node of nodes) compiler.addTemplate(node.path);
  group.setExtraRuntimeScript(WXS_GLOBALS);
  const code = group.getTmplGenObjectGroups();
  group.free();
  return code;
}

class TemplateCompiler {
  private readonly templates = new Set<string>();
  private readonly scripts = new Set<string>();

  constructor(
    private readonly files: SourceFiles,
    private readonly group: TmplGroup,
  ) {}

  addTemplate(logical: string): void {
    if (this.templates.has(logical)) return;
    this.templates.add(logical);
    const file = `${logical}.wxml`;
    const source = this.files.has(file) ? this.files.read(file) : this.missing(file, '<slot/>');
    const found = this.group.addTmpl(logical, source) as TemplateDiagnostic[];
    const told = found.filter(({ message }) => message !== UNTOLD);
    this.files.problems.push(...told.map((each) => problemOf(file, each)));
    for (const name of this.group.getInlineScriptModuleNames(logical) as string[]) {
      const script = this.translate(file, this.group.getInlineScript(logical, name));
      this.group.setInlineScript(logical, name, script);
    }
    for (const other of this.group.getDirectDependencies(logical) as string[]) this.addTemplate(other);
    for (const script of this.group.getScriptDependencies(logical) as string[]) this.addScript(script);
  }

  private addScript(logical: string): void {
    if (this.scripts.has(logical)) return;
    this.scripts.add(logical);
    const file = `${logical}.wxs`;
    const source = this.files.has(file) ? this.files.read(file) : this.missing(file, '');
    const script = this.translate(file, source);
    this.group.addScript(logical, script);
    const folder = path.posix.dirname(logical);
    for (const target of wxsRequires(script)) this.addScript(path.posix.join(folder, target));
  }

  /** A module with a syntax error is empty instead, because it shares one script with every page. */
  private translate(file: string, source: string): string {
    const script = wxsToJavaScript(source);
    try {
      new Script(`(function(){${script}\n})`);
      return script;
    } catch (error) {
      this.files.problems.push({ kind: 'wxml', message: `WXS: ${(error as Error).message}`, place: file });
      return '';
    }
  }

  private missing(file: string, instead: string): string {
    this.files.problems.push({ kind: 'wxml', message: 'the file is not there', place: file });
    return instead;
  }
}

function problemOf(file: string, { isError, message, startLine, startColumn }: TemplateDiagnostic): Problem {
  const place = `${file}:${startLine + 1}:${startColumn + 1}`;
  return { kind: 'wxml', message: isError ? message : `warning: ${message}`, place };
}
