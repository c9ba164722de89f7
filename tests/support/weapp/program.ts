import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

export type Hooks = Record<string, ((...given: unknown[]) => unknown) | undefined>;
export type Definition = Hooks & { readonly data?: Record<string, unknown>; readonly methods?: Hooks };

/** What a browser has and a mini program has not: hidden unless a platform gives it, so that nothing leans on it. */
const ofBrowsers = 'window document self location navigator XMLHttpRequest WebSocket global frames fetch';

/** A built mini program whose scripts run in an engine that has the language, the given globals, and nothing else. */
export type Program = {
  /** Runs a script and what it requires, each once. */
  load(name: string): unknown;
  /** What the program handed to `App`. */
  app(): Hooks;
  /** What a loaded script handed to `Page` or `Component`. */
  definition(name: string): Definition | undefined;
};

/** Prepares the program in `folder`; `globals` are the platform's own. */
export function programIn(folder: string, globals: Readonly<Record<string, unknown>>): Program {
  const loaded = new Map<string, { exports: unknown }>();
  const definitions = new Map<string, Definition>();
  let app: Hooks = {};
  let loading = '';
  const hidden = ofBrowsers.split(' ').filter((name) => !(name in globals));
  const define = (definition: Definition) => definitions.set(loading, definition);
  const context = vm.createContext({
    console,
    queueMicrotask,
    clearTimeout,
    clearInterval,
    App: (hooks: Hooks) => (app = hooks),
    Page: define,
    Component: define,
    Behavior: (behaviour: unknown) => behaviour,
    getApp: () => app,
    ...globals,
  });

  function load(name: string): unknown {
    const file = path.posix.normalize(name).replace(/(\.js)?$/, '.js');
    const before = loaded.get(file);
    if (before) return before.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const code = readFileSync(path.join(folder, file), 'utf8');
    const run = vm.compileFunction(code, ['require', 'module', 'exports', ...hidden], {
      parsingContext: context,
      filename: path.join(folder, file),
    });
    const outer = loading;
    loading = file.replace(/\.js$/, '');
    const require = (wanted: string) => load(path.posix.join(path.posix.dirname(file), wanted));
    (run as (...given: unknown[]) => unknown)(require, module, module.exports);
    loading = outer;
    return module.exports;
  }

  return { load, app: () => app, definition: (name) => definitions.get(name) };
}
