/** What our plugins use of webpack, which comes with Taro and exports no types of it. */
type Group = { origins: { request?: string }[]; getFiles: () => string[] };
export type Compilation = {
  chunkGroups: Group[];
  entrypoints: Map<string, Group>;
  emitAsset: (name: string, source: unknown) => void;
};
type Hooks = { processAssets: { tap: (options: { name: string; stage: number }, then: () => void) => void } };
export type Compiler = {
  webpack: { sources: { RawSource: new (text: string) => unknown } };
  hooks: {
    thisCompilation: {
      tap: (name: string, then: (compilation: Compilation & { hooks: Hooks }) => void) => void;
    };
  };
};

/** After the names carry their content's hash. */
const report = 5000;

/** Writes one more file into the build, from the names of the files that are in it. */
export const emit = (compiler: Compiler, file: string, write: (compilation: Compilation) => string): void =>
  compiler.hooks.thisCompilation.tap(file, (compilation) =>
    compilation.hooks.processAssets.tap({ name: file, stage: report }, () =>
      compilation.emitAsset(file, new compiler.webpack.sources.RawSource(write(compilation))),
    ),
  );

/** The files of the app itself and of all pages that `isMeant` names, in the order of their names. */
export const filesOf = (
  { entrypoints, chunkGroups }: Compilation,
  isMeant: (request: string) => boolean,
): string[] => {
  const pages = chunkGroups.filter(({ origins }) => origins.some(({ request }) => isMeant(request ?? '')));
  const files = [...entrypoints.values(), ...pages].flatMap((group) => group.getFiles());
  return [...new Set(files)].sort();
};
