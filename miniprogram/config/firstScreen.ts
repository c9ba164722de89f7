type Group = { origins: { request?: string }[]; getFiles: () => string[]; childrenIterable: Iterable<Group> };
type Compilation = {
  chunkGroups: Group[];
  entrypoints: Map<string, Group>;
  emitAsset: (name: string, source: unknown) => void;
};
type Compiler = {
  webpack: { sources: { RawSource: new (text: string) => unknown } };
  hooks: {
    thisCompilation: {
      tap: (name: string, then: (compilation: Compilation & { hooks: Hooks }) => void) => void;
    };
  };
};
type Hooks = { processAssets: { tap: (options: { name: string; stage: number }, then: () => void) => void } };

const name = 'FirstScreen';
/** After the names carry their content's hash. */
const report = 5000;

/** Writes `first-screen.json`: the script files that the home page needs before it can be used. */
export class FirstScreen {
  apply(compiler: Compiler) {
    compiler.hooks.thisCompilation.tap(name, (compilation) =>
      compilation.hooks.processAssets.tap({ name, stage: report }, () => {
        const groups = [
          ...compilation.entrypoints.values(),
          ...compilation.chunkGroups.filter((group) =>
            group.origins.some(({ request }) => request?.includes('pages/home/index')),
          ),
        ];
        const files = new Set(
          groups.flatMap((group) => group.getFiles()).filter((file) => file.endsWith('.js')),
        );
        const text = JSON.stringify([...files].sort(), null, 2);
        compilation.emitAsset('first-screen.json', new compiler.webpack.sources.RawSource(text));
      }),
    );
  }
}
